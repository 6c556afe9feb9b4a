package org.evenstar.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.LandingPlan;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.schemas.config.RunConfig;

/**
 * What a run would do, found without writing anything.
 *
 * @param landing files that would be read and files known
 * @param datasets datasets that would be computed, in order; empty when nothing has changed
 * @param supersedes the release that stands, empty before the first
 * @param isUnchanged the release that stands was made from the same input, configuration, day and
 *     code: it would stay
 */
public record RunPlan(
    LandingPlan landing, List<String> datasets, Optional<String> supersedes, boolean isUnchanged) {

  /** Plans a run; the run does exactly this as long as nothing changes in between. */
  public static RunPlan of(RunConfig config, RunOptions options) throws IOException {
    Path work = options.out().resolve(".work");
    LandingPlan landing =
        new Landing(
                config,
                config.landingFolder(),
                work,
                new LandingOptions(options.threads(), options.asOf(), options.codeVersion()),
                path -> {})
            .plan();
    List<String> releases = ReleaseStore.releases(options.out());
    Optional<Manifest> newest =
        releases.isEmpty()
            ? Optional.empty()
            : Optional.of(
                ReleaseStore.manifest(
                    options.out().resolve("releases").resolve(releases.get(releases.size() - 1))));
    boolean isUnchanged = new Release(config, options, landing.inputs(), newest).isAsBefore();
    return new RunPlan(
        landing,
        isUnchanged
            ? List.of()
            : SqlPath.steps(config.run()).stream().map(SqlPath.Step::dataset).toList(),
        newest.map(Manifest::releaseId),
        isUnchanged);
  }

  /**
   * A rough time, from half a million rows on two cores: 2 seconds to start, 3 MB landed a second
   * and thread, and as long again for what follows.
   */
  public long estimatedSeconds(int threads) {
    long landingSeconds = landing.bytesToRead() / (3_000_000L * threads);
    return isUnchanged ? 1 : 3 + 2 * landingSeconds;
  }

  /** Rough disk need: landed batches and a release take about three times the deliveries. */
  public long estimatedBytes() {
    return isUnchanged ? 0 : 3 * landing.bytesToRead();
  }
}
