package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moved a standing from one release to the next, under model TWO. */
class StandingChangeTest {
  private static final long SEED = 20240307;
  private static final LocalDate THEN = LocalDate.of(2024, 6, 30);
  private static final LocalDate NOW = LocalDate.of(2024, 9, 30);
  private static final int ITEMS = 15;
  private static final String MOVED =
      "select institution_code, own_micro, peers_micro, method_micro, revision_micro"
          + " from standing_change where measure_kind = 'index' and obs_status = 'OK'";

  @TempDir Path folder;

  /** One row of a delivery: {@code scores} of null is a withdrawal. */
  @SuppressWarnings("ArrayRecordComponent") // no two are compared
  private record Row(
      String number,
      int revision,
      String institution,
      String type,
      long @Nullable [] scores,
      LocalDate on) {

    Row withScores(int newRevision, long @Nullable [] other) {
      return new Row(number, newRevision, institution, type, other, on);
    }
  }

  @Test
  void whereNothingChangedNothingMoves() {
    List<Row> rows = institutions(40, 0);

    try (PathFixture path = after(rows, rows, "")) {
      assertThat(parts(path)).hasSizeGreaterThan(30);
      assertThat(parts(path).values()).containsOnly(List.of(0L, 0L, 0L, 0L));
    }
  }

  @Test
  void whereOnlyPeersChangedOnlyTheirPartMoves() {
    List<Row> then = institutions(40, 0);
    List<Row> now = new ArrayList<>(then);
    now.addAll(institutions(10, 40));
    now.add(renewed(then.get(3)));

    try (PathFixture path = after(then, now, "")) {
      Map<String, List<Long>> parts = parts(path);
      String renewed = then.get(3).institution();
      parts.forEach(
          (institution, of) -> {
            if (!institution.equals(renewed)) {
              assertThat(of.get(0)).as("own part of %s", institution).isZero();
            }
            assertThat(of.subList(2, 4)).as("method and revision").containsOnly(0L);
          });
      assertThat(parts.values()).anyMatch(of -> of.get(1) != 0);
      assertThat(parts.get(renewed).get(0)).isNotZero();
    }
  }

  @Test
  void anotherMethodIsItsOwnPart() {
    List<Row> rows = institutions(40, 0);

    try (PathFixture path = after(rows, rows, "0.65")) {
      parts(path)
          .values()
          .forEach(of -> assertThat(List.of(of.get(0), of.get(1), of.get(3))).containsOnly(0L));
      assertThat(parts(path).values()).anyMatch(of -> of.get(2) != 0);
    }
  }

  @Test
  void revisionsAndWithdrawalsAreTheirOwnPart() {
    List<Row> then = institutions(40, 0);
    List<Row> now = new ArrayList<>(then);
    now.add(then.get(5).withScores(2, scores(new SplittableRandom(SEED + 5))));
    now.add(then.get(9).withScores(2, null));

    try (PathFixture path = after(then, now, "")) {
      parts(path).values().forEach(of -> assertThat(of.subList(0, 3)).containsOnly(0L));
      assertThat(parts(path).values()).anyMatch(of -> of.get(3) != 0);
      assertThat(parts(path)).doesNotContainKey(then.get(9).institution());
    }
  }

  @Test
  void whateverChangesThePartsAddUpToTheWhole() {
    List<Row> then = institutions(80, 0);
    List<Row> now = changed(then, new SplittableRandom(SEED + 7));

    try (PathFixture path = after(then, now, "0.70")) {
      assertAddsUp(path);
      assertThat(parts(path).values()).anyMatch(of -> of.stream().allMatch(part -> part != 0));
      assertThat(
              path.all(
                  "select count(*) from standing_change inner join former_value"
                      + " on former_value.institution_code = standing_change.institution_code"
                      + " and former_value.measure_kind = standing_change.measure_kind"
                      + " and former_value.measure_id = standing_change.measure_id"
                      + " where obs_status = 'OK' and since_micro <> former_value.percentile_micro"))
          .containsExactly("0");
    }
  }

  @Test
  void partsAreCarriedOnUntilANewCertificateCounts() {
    List<Row> first = institutions(60, 0);
    List<Row> second = changed(first, new SplittableRandom(SEED + 8));
    List<Row> third = new ArrayList<>(second);
    third.addAll(institutions(7, 200));
    third.add(renewed(first.get(2)));

    Path then = released("one", first, "", THEN, List.of());
    Path between = released("two", second, "", THEN.plusMonths(1), List.of(then));
    try (PathFixture path = fixture("three", "")) {
      path.run(landed(third), NOW, List.of(then, between));

      assertAddsUp(path);
      String kept = since(path, first.get(1).institution());
      assertThat(kept).isEqualTo(THEN + "|" + first.get(1).on());
      assertThat(since(path, first.get(2).institution())).startsWith(THEN.plusMonths(1) + "|");
    }
  }

  @Test
  void aFirstReleaseHasNothingToCompareWith() {
    try (PathFixture path = fixture("only", "")) {
      path.run(landed(institutions(20, 0)), NOW, List.of());

      assertThat(
              path.all(
                  "select distinct since_micro, change_micro, own_micro, obs_status, reason"
                      + " from standing_change where percentile_micro is not null"))
          .containsExactly("null|null|null|NOT_ENOUGH|NOT_TOLD_BEFORE");
    }
  }

  private static String since(PathFixture path, String institution) {
    return path.all(
            "select since_on, since_assessed_on from standing_change"
                + " where measure_kind = 'star' and institution_code = '"
                + institution
                + "'")
        .get(0);
  }

  private static void assertAddsUp(PathFixture path) {
    assertThat(
            path.all(
                "select count(*) from standing_change where obs_status = 'OK'"
                    + " and (change_micro <> percentile_micro - since_micro or change_micro"
                    + " <> own_micro + peers_micro + method_micro + revision_micro)"))
        .as("seed %d", SEED)
        .containsExactly("0");
    assertThat(path.all("select count(*) > 100 from standing_change where obs_status = 'OK'"))
        .containsExactly("true");
  }

  /** Own, peers, method and revision of the index by institution. */
  private static Map<String, List<Long>> parts(PathFixture path) {
    Map<String, List<Long>> parts = new TreeMap<>();
    for (String line : path.all(MOVED)) {
      String[] cells = line.split("\\|", -1);
      parts.put(
          cells[0], IntStream.rangeClosed(1, 4).mapToObj(i -> Long.valueOf(cells[i])).toList());
    }
    return parts;
  }

  /** The path over {@code now} after a release over {@code then}. */
  private PathFixture after(List<Row> then, List<Row> now, String threshold) {
    Path release = released("then", then, "", THEN, List.of());
    PathFixture path = fixture("now", threshold);
    path.run(landed(now), NOW, List.of(release));
    return path;
  }

  private Path released(
      String name, List<Row> rows, String threshold, LocalDate day, List<Path> releases) {
    try (PathFixture path = fixture(name, threshold)) {
      path.run(landed(rows), day, releases);
      return path.release("r0001", day);
    }
  }

  private PathFixture fixture(String name, String threshold) {
    PathFixture path = new PathFixture(folder.resolve(name));
    if (!threshold.isEmpty()) {
      path.replace("config/models/TWO.json", "\"0.80\"", "\"" + threshold + "\"");
    }
    return path;
  }

  private static LandedFixture landed(List<Row> rows) {
    LandedFixture landed = new LandedFixture();
    for (Row row : rows) {
      LandedFixture.Traits traits =
          new LandedFixture.Traits().type(row.type()).institution(row.institution()).on(row.on());
      long key =
          landed.dossier(
              "A",
              row.number(),
              row.revision(),
              row.scores() == null ? "WITHDRAW" : "ASSESS",
              "h" + row.number() + row.revision(),
              2,
              traits);
      for (int item = 0; row.scores() != null && item < ITEMS; item++) {
        landed.score(key, item, row.scores()[item]);
      }
    }
    return landed;
  }

  private static List<Row> institutions(int n, int from) {
    SplittableRandom random = new SplittableRandom(SEED + from);
    List<Row> rows = new ArrayList<>();
    for (int i = from; i < from + n; i++) {
      rows.add(
          new Row(
              String.format(Locale.ROOT, "%03d", i),
              1,
              String.format(Locale.ROOT, "I%03d", i),
              i % 2 == 0 ? "enterprise" : "public",
              scores(random),
              LocalDate.of(2024, 3, 1 + i % 28)));
    }
    return rows;
  }

  private static long[] scores(SplittableRandom random) {
    return random.longs(ITEMS, 3, 11).map(tenth -> tenth * 100_000).toArray();
  }

  /** A newer assessment of the same institution. */
  private static Row renewed(Row row) {
    return new Row(
        "n" + row.number(),
        1,
        row.institution(),
        row.type(),
        scores(new SplittableRandom(SEED + row.number().hashCode())),
        row.on().plusMonths(3));
  }

  /** Revisions, withdrawals, newcomers and new certificates, a few of each. */
  private static List<Row> changed(List<Row> then, SplittableRandom random) {
    List<Row> now = new ArrayList<>(then);
    for (int i = 4; i < then.size(); i++) {
      switch (random.nextInt(8)) {
        case 0 -> now.add(then.get(i).withScores(2, scores(random)));
        case 1 -> now.add(then.get(i).withScores(2, null));
        case 2, 3 -> now.add(renewed(then.get(i)));
        default -> {}
      }
    }
    now.addAll(institutions(9, 100));
    return now;
  }
}
