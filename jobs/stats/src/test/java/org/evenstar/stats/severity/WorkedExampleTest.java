package org.evenstar.stats.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Recomputes the numbers of docs/methods/severity.md. */
class WorkedExampleTest {

  private static final Path PAGE = Path.of("../../docs/methods/severity.md");

  @Test
  void thePageSaysWhatTheCodeComputes() throws IOException {
    SeverityDataBuilder builder = SeverityData.builder();
    for (int institution = 0; institution < 40; institution++) {
      builder.add(institution, 0, 0, institution < 30 ? 1 : 0);
      builder.add(institution, 1, 0, institution < 30 ? 0 : 1);
    }

    RaschFit fit =
        ConditionalRasch.estimate(builder.build(), SeverityOptions.DEFAULT).fit().orElseThrow();

    double severity = fit.body(1).orElseThrow().severity();
    assertThat(Files.readString(PAGE))
        .contains("**" + six(2 * severity) + "**")
        .contains("**" + six(fit.differenceError(0, 1)) + "**")
        .contains("-" + six(severity) + " and " + six(severity))
        .contains("With I = 20, v = 0.55 and a wanted error of 0.1: 19");
    assertThat(Math.ceil(2 / (20 * 0.55 * 0.01))).isEqualTo(19);
  }

  private static String six(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
