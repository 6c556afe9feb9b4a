package org.evenstar.sample;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleOptionsTest {
  private static final SampleOptions.Planting ALL = SampleOptions.Planting.ALL;

  @Test
  void tooFewInstitutionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SampleOptions(49, 6, 1, ALL, ALL))
        .withMessage(
            "Cannot make a sample of '49' institutions: the range is 50 to 10000000;"
                + " choose a number within it");
  }

  @Test
  void tooManyMonthsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SampleOptions(50, 121, 1, ALL, ALL))
        .withMessage(
            "Cannot make a sample of '121' months: the range is 1 to 120;"
                + " choose a number within it");
  }

  @Test
  void aFolderWithFilesIsLeftAlone(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleGenerator.generate(new SampleOptions(50, 1, 1, ALL, ALL), folder))
        .withMessage(
            "Cannot write a sample to '"
                + folder
                + "': the folder is not empty; name a new folder or empty it");
  }
}
