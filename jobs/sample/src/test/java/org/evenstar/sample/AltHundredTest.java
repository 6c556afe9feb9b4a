package org.evenstar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Institution;
import org.evenstar.sample.population.Population;
import org.evenstar.sample.population.Purpose;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.Test;

/**
 * The second model's run folder: its deliveries are made here, and the committed ones compared.
 * Made anew with {@code -Devenstar.regenerate=true}.
 */
final class AltHundredTest {
  private static final Path FOLDER = Path.of("..", "..", "data-samples", "alt-100");
  private static final List<String> DOMAINS = List.of("服务战略", "服务设计", "服务转化", "服务运营", "服务持续改进");
  private static final List<String> SECTORS = List.of("信息服务", "创业服务", "融资服务", "法律服务");
  private static final int ROWS = 24;

  @Test
  void theConfigurationIsValid() {
    RunConfig config = RunConfig.load(FOLDER);

    assertThat(config.model().scoredItems()).hasSize(5);
    assertThat(config.model().rule().isCumulative()).isFalse();
  }

  @Test
  void theCommittedDeliveriesAreTheOnesMade() throws IOException {
    for (String body : List.of("alpha", "beta")) {
      for (int month = 3; month <= 4; month++) {
        Path file =
            FOLDER.resolve(String.format(Locale.ROOT, "landing/%s-2024-%02d.csv", body, month));
        String made = delivery(body, month);
        if (Boolean.getBoolean("evenstar.regenerate")) {
          Files.createDirectories(FOLDER.resolve("landing"));
          Files.writeString(file, made, StandardCharsets.UTF_8);
        }

        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(made);
      }
    }
  }

  @Test
  void everyStarOccursAndFollowsFromTheBandsWithItsFloor() throws IOException {
    List<Integer> stars = new ArrayList<>();
    boolean isHeldByFloor = false;
    for (String file : List.of("alpha-2024-03.csv", "beta-2024-04.csv", "alpha-2024-04.csv")) {
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve("landing").resolve(file))) {
        for (NamedCsvRecord row : csv) {
          List<Integer> points = DOMAINS.stream().map(row::getField).map(Integer::valueOf).toList();
          int total = points.stream().mapToInt(Integer::intValue).sum();
          int byTotal = total < 250 ? 0 : Math.min(5, (total - 200) / 50);
          boolean isBelowFloor = points.stream().anyMatch(p -> p < 40);
          isHeldByFloor |= isBelowFloor && byTotal > 0;
          stars.add(Integer.valueOf(row.getField("授予星级")));
          assertThat(row.getField("授予星级")).isEqualTo("" + (isBelowFloor ? 0 : byTotal));
        }
      }
    }
    assertThat(stars).contains(0, 1, 2, 3, 4, 5);
    assertThat(isHeldByFloor).isTrue();
  }

  private static String delivery(String body, int month) {
    boolean isAlpha = body.equals("alpha");
    Population population = new Population(100, 2, 5, SECTORS);
    StringBuilder csv =
        new StringBuilder(
            "档案编号,统一社会信用代码,机构名称,地区代码,服务类别,机构类型,申请星级,授予星级,评估日期," + String.join(",", DOMAINS) + "\n");
    for (int row = 0; row < ROWS; row++) {
      long number = (isAlpha ? 0 : 10_000) + month * 100L + row;
      Institution institution =
          population.institution(number, isAlpha ? Clientele.HNPT : Clientele.WHSZ);
      Draws draws = Draws.of(100, Purpose.SCORE, number);
      // Every fifth institution is weak in one domain, which the floor of 40 points holds down.
      int weak = row % 5 == 4 ? draws.below(5) : -1;
      List<Integer> points = new ArrayList<>();
      for (int domain = 0; domain < 5; domain++) {
        double centre = 73 + 13 * institution.quality() + 6 * draws.normal();
        int scored = (int) Math.round(Math.max(5, Math.min(100, centre)));
        points.add(domain == weak ? Math.min(scored, 25 + draws.below(15)) : scored);
      }
      int star = star(points);
      csv.append(
          String.format(
              Locale.ROOT,
              "%s-%05d,%s,%s,%s,%s,%s,%d,%d,2024-%02d-%02d",
              isAlpha ? "A" : "B",
              number,
              institution.creditCode(),
              institution.name(),
              institution.place().code(),
              institution.sector(),
              institution.kind().title(),
              Math.min(5, star + 1),
              star,
              month,
              1 + draws.below(28)));
      points.forEach(p -> csv.append(',').append(p));
      csv.append('\n');
    }
    return csv.toString();
  }

  private static int star(List<Integer> points) {
    if (points.stream().anyMatch(p -> p < 40)) {
      return 0;
    }
    int mean = points.stream().mapToInt(Integer::intValue).sum() / 5;
    return mean < 50 ? 0 : Math.min(5, (mean - 40) / 10);
  }
}
