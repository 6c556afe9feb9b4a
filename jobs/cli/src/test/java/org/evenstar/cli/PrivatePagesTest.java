package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with {@code "institutions": "pages"} ends with one private page for each institution. */
@SuppressWarnings("NullAway.Init")
class PrivatePagesTest {
  private static final Pattern WORKED = Pattern.compile("is the result: ([0-9]|no) star");
  private static final Path SIX = Path.of("../../data-samples/six-bodies");

  @TempDir Path folder;

  @Test
  void everyInstitutionHasAPageOfItsOwnInBothLanguages() throws IOException {
    assertThat(new Shell().execute("run", SIX.toString(), "--out", folder.toString())).isZero();

    Map<String, List<String>> marks = marks();
    Map<String, String> stars = recomputedStars();
    Set<String> codes = marks.keySet();
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
          assertThat(others(marks, named.get(0), html)).as(page.toString()).isEmpty();
          if (language.equals("en")) {
            assertThat(workedStar(html)).as(page.toString()).isEqualTo(stars.get(named.get(0)));
          }
        }
      }
      assertThat(owners).as(language).isEqualTo(codes);
    }
  }

  /** The star that a page works out from the institution's scores. */
  private static String workedStar(String html) {
    Matcher matcher = WORKED.matcher(html);
    return matcher.find() ? matcher.group(1).replace("no", "0") : "";
  }

  /** The star that the path worked out, by institution. */
  private Map<String, String> recomputedStars() throws IOException {
    Map<String, String> stars = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows = peerGroups()) {
      rows.forEach(
          row -> stars.put(row.getField("institution_code"), row.getField("recomputed_star")));
    }
    return stars;
  }

  private CsvReader<NamedCsvRecord> peerGroups() throws IOException {
    return CsvReader.builder()
        .detectBomHeader(true)
        .ofNamedCsvRecord(folder.resolve("releases/r0001/institution/peer_group.csv"));
  }

  /** By institution, what tells it from all others: its code, its name and its dossier. */
  private Map<String, List<String>> marks() throws IOException {
    Map<String, List<String>> marks = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows = peerGroups()) {
      for (NamedCsvRecord row : rows) {
        marks.put(
            row.getField("institution_code"),
            Stream.of("institution_code", "institution_name", "dossier_no")
                .map(row::getField)
                .filter(mark -> !mark.isEmpty())
                .toList());
      }
    }
    return marks;
  }

  /** Marks of other institutions on a page, unless its own hold them, as a branch's name may. */
  private static List<String> others(Map<String, List<String>> marks, String owner, String html) {
    List<String> own = marks.getOrDefault(owner, List.of());
    return marks.values().stream()
        .flatMap(List::stream)
        .filter(mark -> own.stream().noneMatch(of -> of.contains(mark)))
        .filter(html::contains)
        .toList();
  }
}
