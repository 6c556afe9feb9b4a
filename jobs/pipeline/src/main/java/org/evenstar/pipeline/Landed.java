package org.evenstar.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.evenstar.landing.LandingResult;

/**
 * What landing left behind: Parquet files of the four landed tables (docs/contracts.md, section 2).
 *
 * @param inputs SHA-256 of every delivery file, by path below {@code landing/}
 */
public record Landed(
    List<Path> dossiers,
    List<Path> scores,
    List<Path> problems,
    List<Path> deliveries,
    Map<String, String> inputs) {

  /** The tables of a landing. */
  public static Landed of(LandingResult result) {
    return new Landed(
        result.files("dossier"),
        result.files("score"),
        result.files("problem"),
        result.files("delivery"),
        result.inputs());
  }

  /** Makes the tables readable for the SQL. */
  public void register(Engine engine) {
    engine.register("landed_dossier", dossiers);
    engine.register("landed_score", scores);
    engine.register("landed_problem", problems);
    engine.register("landed_delivery", deliveries);
  }
}
