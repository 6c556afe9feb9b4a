package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with {@code "institutions": "pages"} ends with one private page for each institution. */
@SuppressWarnings("NullAway.Init")
class PrivatePagesTest {
  private static final Path SIX = Path.of("../../data-samples/six-bodies");

  @TempDir Path folder;

  @Test
  void everyInstitutionHasAPageOfItsOwnInBothLanguages() throws IOException {
    assertThat(new Shell().execute("run", SIX.toString(), "--out", folder.toString())).isZero();

    Set<String> codes = new TreeSet<>();
    try (Stream<String> rows =
        Files.lines(folder.resolve("releases/r0001/institution/peer_group.csv"))) {
      rows.skip(1).forEach(row -> codes.add(row.substring(0, row.indexOf(','))));
    }
    assertThat(codes).hasSizeGreaterThan(100);
    for (String language : List.of("zh", "en")) {
      Set<String> owners = new TreeSet<>();
      try (Stream<Path> pages =
          Files.list(folder.resolve("site").resolve(language).resolve("institution"))) {
        for (Path page : pages.filter(file -> !file.endsWith("index.html")).toList()) {
          String html = Files.readString(page);
          List<String> named = codes.stream().filter(html::contains).toList();
          assertThat(named).as(page.toString()).hasSize(1);
          owners.addAll(named);
        }
      }
      assertThat(owners).as(language).isEqualTo(codes);
    }
  }
}
