package org.evenstar.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of regions, held against the rows of the release they are made of. */
@SuppressWarnings("NullAway.Init")
class RegionPageTest {
  private static final Pattern SORTED = Pattern.compile("data-sort=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile("href=\"region-([A-Z0-9]+)\\.html\"");

  @TempDir static Path folder;
  private static Path pages;
  private static List<NamedCsvRecord> benchmark;

  @BeforeAll
  static void build() throws IOException {
    Path release = ReleaseFixture.identified(folder.resolve("r0007"));
    pages =
        SiteBuilder.build(release, folder.resolve("site"), ReportOptions.in("en"))
            .entry()
            .getParent()
            .resolve("en/policy");
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(release.resolve("policy/benchmark.csv"))) {
      benchmark = rows.stream().toList();
    }
  }

  @Test
  void theSpineHoldsEachDomainBesideTheNationsMeanAndQuartiles() throws IOException {
    int compared = 0;
    for (String region : regions()) {
      String html = page(region);
      int at = html.indexOf("id=\"profile-table-domain\"");
      if (at < 0) {
        continue;
      }
      String[] lines = html.substring(html.indexOf("<tbody>", at)).split("<tr>", -1);
      for (int d = 0; d < ReleaseFixture.DOMAINS.size(); d++) {
        String domain = ReleaseFixture.DOMAINS.get(d);
        NamedCsvRecord own = row(region, "*", "domain", domain).orElseThrow();
        NamedCsvRecord nation = row("CN", "*", "domain", domain).orElseThrow();
        String line = lines[d + 1].substring(0, lines[d + 1].indexOf("</tr>"));
        List<String> shown = found(SORTED, line);
        if (own.getField("obs_status").equals("OK")) {
          assertThat(line).contains(">" + own.getField("n") + "</td>");
          assertThat(shown.subList(0, 2))
              .as(region + " " + domain)
              .containsExactly(plain(own, "mean"), plain(own, "mean_lo"));
          compared++;
        }
        assertThat(shown.subList(shown.size() - 2, shown.size()))
            .as(region + " " + domain)
            .containsExactly(plain(nation, "mean"), plain(nation, "q1"));
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  /** A number without zeros at its end. */
  private static String plain(NamedCsvRecord row, String column) {
    return new BigDecimal(row.getField(column)).stripTrailingZeros().toPlainString();
  }

  @Test
  void similarRegionsAreThoseWithTheNearestMixOfServices() throws IOException {
    Map<String, double[]> mixes = new TreeMap<>();
    for (String region : regions()) {
      mix(region).ifPresent(mix -> mixes.put(region, mix));
    }
    assertThat(mixes).hasSizeGreaterThan(5);
    for (String region : mixes.keySet()) {
      List<String> nearest =
          mixes.keySet().stream()
              .filter(other -> !other.equals(region))
              .sorted(
                  Comparator.<String>comparingDouble(
                          other -> distance(mixes.get(region), mixes.get(other)))
                      .thenComparing(Comparator.naturalOrder()))
              .limit(5)
              .toList();
      String html = page(region);
      assertThat(found(LINK, html.substring(html.indexOf("<h2 id=\"neighbours\">"))))
          .as(region)
          .isEqualTo(nearest);
    }
  }

  private static double distance(double[] own, double[] theirs) {
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += Math.abs(own[i] - theirs[i]) / 2;
    }
    return sum;
  }

  /** Shares by sector, where every count is told. */
  private static Optional<double[]> mix(String region) {
    double[] counts = new double[ReleaseFixture.SECTORS.size()];
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      Optional<NamedCsvRecord> cell = row(region, ReleaseFixture.SECTORS.get(i), "index", "index");
      if (cell.isEmpty() || !cell.get().getField("obs_status").equals("OK")) {
        return Optional.empty();
      }
      counts[i] = Double.parseDouble(cell.get().getField("n"));
      sum += counts[i];
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= sum;
    }
    return Optional.of(counts);
  }

  private static Optional<NamedCsvRecord> row(
      String region, String sector, String kind, String measure) {
    return benchmark.stream()
        .filter(row -> row.getField("region_code").equals(region))
        .filter(row -> row.getField("sector_id").equals(sector))
        .filter(row -> row.getField("period_kind").equals("all"))
        .filter(row -> row.getField("measure_kind").equals(kind))
        .filter(row -> row.getField("measure_id").equals(measure))
        .findFirst();
  }

  private static List<String> regions() throws IOException {
    try (Stream<Path> files = Files.list(pages)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("region-"))
          .map(name -> name.substring("region-".length(), name.length() - ".html".length()))
          .sorted()
          .toList();
    }
  }

  private static String page(String region) throws IOException {
    return Files.readString(pages.resolve("region-" + region + ".html"));
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
