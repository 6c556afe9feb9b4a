package org.evenstar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.evenstar.sample.SampleOptions.Planting;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleGeneratorTest {
  @TempDir private Path folder;

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    SampleOptions options = new SampleOptions(60, 3, 7, Planting.ALL, Planting.ALL);

    SampleGenerator.generate(options, folder.resolve("once"));
    SampleGenerator.generate(options, folder.resolve("again"));

    assertThat(Folders.hashes(folder.resolve("again")))
        .isEqualTo(Folders.hashes(folder.resolve("once")));
  }

  /** Made anew by {@code evenstar sample --institutions 120 --months 6 --seed 1}. */
  @Test
  void theCommittedSampleIsWhatTheGeneratorMakes() throws IOException {
    Map<String, String> committed = Folders.hashes(SmallSample.committed());
    committed.remove("README.md");

    SampleGenerator.generate(SmallSample.OPTIONS, folder.resolve("made"));

    assertThat(Folders.hashes(folder.resolve("made"))).isEqualTo(committed);
  }

  @Test
  void theConfigurationIsValid() {
    RunConfig config = RunConfig.load(SmallSample.committed());

    assertThat(config.sources()).hasSize(6);
    assertThat(config.model().scoredItems()).hasSize(100);
    assertThat(config.run().synthetic()).isTrue();
  }

  @Test
  void aSampleWithoutFaultsAndMessesHasNothingToFind() throws IOException {
    SampleOptions options = new SampleOptions(50, 1, 3, Planting.NONE, Planting.NONE);

    SampleSummary summary = SampleGenerator.generate(options, folder.resolve("clean"));

    assertThat(summary.problems()).isZero();
    assertThat(SmallSample.truth(folder.resolve("clean")).faults().copies()).isEmpty();
    assertThat(SmallSample.truth(folder.resolve("clean")).faults().starMismatches()).isEmpty();
    assertThat(SmallSample.truth(folder.resolve("clean")).stoppedFiles()).isEmpty();
  }
}
