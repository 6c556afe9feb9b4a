package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of messes says what the catalogue and the fixtures say. */
class MessesTest {
  private static final Path TABLE = Path.of("../../docs/messes.md");
  private static final Pattern ROW =
      Pattern.compile("\\| (.+) \\| ([A-Z_]+) \\| (\\w+) \\| (.+) \\| (.+) \\|");
  private static final Pattern FIXTURE = Pattern.compile("`([^`]*)`");

  private record Row(String code, String severity, String fixtures, List<String> tests) {}

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(m -> new Row(m.group(2), m.group(3), m.group(4), List.of(m.group(5).split(", ", -1))))
        .toList();
  }

  @Test
  void everyReasonHasItsRowWithItsSeverity() throws IOException {
    assertThat(rows())
        .extracting(row -> row.code + " " + row.severity)
        .containsExactlyElementsOf(
            Reasons.all().stream()
                .map(r -> r.code() + " " + r.severity().name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void everyFixtureIsDeliveredByTheTestThatIsNamed() throws IOException {
    for (Row row : rows()) {
      if (row.tests.contains("ReasonTest")) {
        List<String> delivered =
            ReasonTest.messes()
                .filter(mess -> mess.codes().contains(row.code))
                .map(mess -> mess.name().replace('\0', '␀'))
                .toList();
        List<String> told =
            FIXTURE.matcher(row.fixtures).results().map(found -> found.group(1)).toList();
        assertThat(told).as(row.code).isEqualTo(delivered);
      }
    }
  }

  @Test
  void everyTestThatIsNamedExistsAndNamesTheReason() throws IOException {
    Map<String, String> tests = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
        tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
    for (Row row : rows()) {
      assertThat(tests).as(row.code).containsKeys(row.tests.toArray(String[]::new));
      for (String test : row.tests) {
        assertThat(tests.get(test).contains(row.code) || isDelivered(row, test))
            .as("%s by %s", row.code, test)
            .isTrue();
      }
    }
  }

  /** Workbooks' messes stand in a file of their own. */
  private static boolean isDelivered(Row row, String test) {
    return test.equals("ReasonTest")
        && ReasonTest.messes().anyMatch(mess -> mess.codes().contains(row.code));
  }
}
