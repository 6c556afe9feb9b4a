package org.evenstar.schemas.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration of a run, validated.
 *
 * @param folder the run folder
 * @param models every model, by id; {@link #model} is the one in force
 * @param regionsFile {@code config/regions.csv} when it stands in for the built-in table
 * @param decisions what was decided about signals, from {@code config/decisions.csv}
 * @param hash SHA-256 (hex) over the configuration files' paths and bytes
 * @param landingHash the same over what landing depends on: neither the day in run.json nor checks,
 *     benchmarks, disclosure, decisions and population
 */
public record RunConfig(
    Path folder,
    RunSettings run,
    Model model,
    Map<String, Model> models,
    List<Body> bodies,
    List<Source> sources,
    Sectors sectors,
    OrganisationTypes organisationTypes,
    CheckSettings checks,
    BenchmarkSettings benchmark,
    DisclosureSettings disclosure,
    @Nullable Path regionsFile,
    List<Decision> decisions,
    String hash,
    String landingHash) {

  /**
   * Reads and validates a run folder.
   *
   * @throws ConfigException with every problem at once
   */
  public static RunConfig load(Path folder) {
    return new ConfigLoader(folder).load();
  }

  /** The same run under another model. */
  public RunConfig with(Model other) {
    return new RunConfig(
        folder,
        run,
        other,
        models,
        bodies,
        sources,
        sectors,
        organisationTypes,
        checks,
        benchmark,
        disclosure,
        regionsFile,
        decisions,
        hash,
        landingHash);
  }

  /**
   * Reads and validates a model file of its own.
   *
   * @throws ConfigException with every problem at once
   */
  public static Model loadModel(Path file) {
    Path absolute = file.toAbsolutePath();
    return new ConfigLoader(Objects.requireNonNull(absolute.getParent()))
        .loadModel(String.valueOf(absolute.getFileName()));
  }

  /** Where deliveries arrive. */
  public Path landingFolder() {
    return folder.resolve("landing");
  }

  /** A body by id. */
  public Optional<Body> body(String bodyId) {
    return bodies.stream().filter(b -> b.bodyId().equals(bodyId)).findFirst();
  }

  /** A source by id; none has the id null. */
  public Optional<Source> source(@Nullable String sourceId) {
    return sources.stream().filter(s -> s.sourceId().equals(sourceId)).findFirst();
  }
}
