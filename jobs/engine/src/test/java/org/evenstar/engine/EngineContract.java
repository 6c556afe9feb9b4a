package org.evenstar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine promises; each engine's test extends it. */
@SuppressWarnings("NullAway.Init")
public abstract class EngineContract {
  @TempDir protected Path folder;
  protected Engine engine;

  /** Opens the engine under test. */
  protected abstract Engine open(EngineOptions options);

  @BeforeEach
  void start() {
    engine = open(new EngineOptions(2, 1024, folder.resolve("spill")));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aTableIsComputedOnceAndReadBack() {
    engine.create("score", "select cast(800000 as bigint) as score_micro, 'STR1' as indicator_id");

    try (Rows rows = engine.query("select indicator_id, score_micro from score")) {
      assertThat(rows.columns()).containsExactly("indicator_id", "score_micro");
      assertThat(rows.next()).isTrue();
      assertThat(rows.textAt(0)).isEqualTo("STR1");
      assertThat(rows.longAt(1)).isEqualTo(800_000);
      assertThat(rows.next()).isFalse();
    }
    assertThat(engine.count("score")).isEqualTo(1);
  }

  @Test
  void everyColumnTypeComesBackWithItsNull() {
    engine.create(
        "cell",
        "select 1 as id, cast('三星' as string) as t, cast(2.5 as double) as d,"
            + " cast('2024-03-05' as date) as day, true as b"
            + " union all select 2, null, null, null, null");

    try (Rows rows = engine.query("select t, d, day, b from cell order by id")) {
      rows.next();
      assertThat(rows.textAt(0)).isEqualTo("三星");
      assertThat(rows.doubleAt(1)).isEqualTo(2.5);
      assertThat(rows.dateAt(2)).isEqualTo(LocalDate.of(2024, 3, 5).toEpochDay());
      assertThat(rows.booleanAt(3)).isTrue();
      rows.next();
      for (int i = 0; i < 4; i++) {
        assertThat(rows.isNull(i)).isTrue();
      }
      assertThat(rows.textAt(0)).isNull();
    }
  }

  @Test
  void aTableIsReadInTheOrderOfItsKey() {
    engine.create(
        "cell",
        "select 2 as id, '三星🌟' as t, cast(null as string) as u, cast('1969-12-31' as date) as day,"
            + " cast(0.5 as double) as d, true as b"
            + " union all select 3, '三星🌟', 'x', null, null, false"
            + " union all select null, '', '三星🌟', null, 1.5, null"
            + " union all select 1, null, null, null, null, null");

    List<String> read = new ArrayList<>();
    try (Rows rows =
        engine.inOrder("cell", List.of("t", "id", "u", "day", "d", "b"), List.of("id"))) {
      assertThat(rows.columns()).containsExactly("t", "id", "u", "day", "d", "b");
      while (rows.next()) {
        read.add(
            (rows.isNull(1) ? "-" : rows.longAt(1))
                + "|"
                + rows.textAt(0)
                + "|"
                + rows.textAt(2)
                + "|"
                + (rows.isNull(3) ? "-" : rows.dateAt(3))
                + "|"
                + (rows.isNull(4) ? "-" : rows.doubleAt(4))
                + "|"
                + (rows.isNull(5) ? "-" : rows.booleanAt(5)));
      }
    }
    assertThat(read)
        .containsExactly(
            "-||三星🌟|-|1.5|-",
            "1|null|null|-|-|-",
            "2|三星🌟|null|-1|0.5|true",
            "3|三星🌟|x|-|-|false");
  }

  @Test
  void exportedFilesCanBeRegisteredAgain() throws Exception {
    engine.create("star", "select 3 as star union all select 4 union all select 5");
    engine.write("select * from star", folder.resolve("star"));
    engine.drop("star");

    engine.register("star_again", Engine.written(folder.resolve("star")));

    try (Rows rows = engine.query("select cast(sum(star) as bigint) as total from star_again")) {
      rows.next();
      assertThat(rows.longAt(0)).isEqualTo(12);
    }
  }

  @Test
  void aReplacedTableHoldsTheNewRows() {
    engine.create("star", "select 3 as star");
    engine.create("star", "select 4 as star union all select 5");

    assertThat(engine.count("star")).isEqualTo(2);
  }

  @Test
  void sumsOfFixedPointScoresAreExactInBigint() {
    engine.create(
        "score", "select cast(9007199254740993 as bigint) as x union all select cast(2 as bigint)");

    try (Rows rows = engine.query("select cast(sum(x) as bigint) as total from score")) {
      rows.next();
      assertThat(rows.longAt(0)).isEqualTo(9_007_199_254_740_995L);
    }
  }

  @Test
  void quantilesInterpolateByTypeSeven() {
    engine.create(
        "score", "select 1 as x union all select 2 union all select 3 union all select 4");

    try (Rows rows =
        engine.query(
            "select percentile_cont(0.25) within group (order by cast(x as double)) as q1"
                + " from score")) {
      rows.next();
      assertThat(rows.doubleAt(0)).isEqualTo(1.75);
    }
  }

  @Test
  void aBrokenQuerySaysWhichTable() {
    assertThatThrownBy(() -> engine.create("broken", "select nothing from nowhere"))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("Cannot compute table 'broken': ");
  }
}
