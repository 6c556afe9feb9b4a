package org.evenstar.engine.spark;

import java.util.regex.Pattern;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.EngineProvider;

/**
 * Opens Spark: {@code spark} (this machine, with the options' threads), {@code local[N]}, a cluster
 * of its own ({@code spark://HOST:PORT}), {@code yarn} and Kubernetes ({@code k8s://…}).
 */
public final class SparkProvider implements EngineProvider {
  private static final Pattern MASTER =
      Pattern.compile("spark|local|local\\[[^]]+]|spark://.+|yarn|k8s://.+");

  @Override
  public boolean opens(String address) {
    return MASTER.matcher(address).matches();
  }

  @Override
  public Engine open(String address, EngineOptions options) {
    return new SparkEngine(Session.open(address, options), options);
  }
}
