package org.evenstar.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineContract;
import org.evenstar.engine.EngineException;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetTableWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SparkEngineTest extends EngineContract {
  @TempDir static Path shared;
  private static Engine first;

  /** The engines under test join this one's Spark, each with tables of its own. */
  @BeforeAll
  static void startSpark() {
    first = Engines.open("spark", new EngineOptions(2, 512, shared));
  }

  @AfterAll
  static void stopSpark() {
    first.close();
  }

  @Override
  protected Engine open(EngineOptions options) {
    return Engines.open("spark", options);
  }

  @Test
  void theNameTellsTheVersion() {
    assertThat(engine.name()).isEqualTo("spark 4.2.0");
  }

  @Test
  void whatOurWriterWroteIsReadInTheSameJvm() throws Exception {
    Path file = folder.resolve("dossier.parquet");
    List<ParquetColumn> columns =
        List.of(
            ParquetColumn.required("row_key", ColumnType.BIGINT),
            ParquetColumn.nullable("awarded_star", ColumnType.INT),
            ParquetColumn.nullable("institution_name", ColumnType.TEXT),
            ParquetColumn.nullable("share", ColumnType.DOUBLE),
            ParquetColumn.nullable("is_censored", ColumnType.BOOLEAN),
            ParquetColumn.nullable("assessed_on", ColumnType.DATE));
    try (ParquetTableWriter writer = ParquetTableWriter.create(file, columns, Map.of())) {
      writer.setLong(0, 1L << 40);
      writer.setInt(1, 3);
      writer.setText(2, "星衡研究所");
      writer.setDouble(3, 0.1);
      writer.setBoolean(4, true);
      writer.setDate(5, LocalDate.of(2024, 2, 29).toEpochDay());
      writer.endRow();
      writer.setLong(0, 2);
      writer.endRow();
    }

    engine.register("dossier", List.of(file));

    try (Rows rows = engine.query("select * from dossier order by row_key desc")) {
      rows.next();
      assertThat(rows.longAt(0)).isEqualTo(1L << 40);
      assertThat(rows.longAt(1)).isEqualTo(3);
      assertThat(rows.textAt(2)).isEqualTo("星衡研究所");
      assertThat(rows.doubleAt(3)).isEqualTo(0.1);
      assertThat(rows.booleanAt(4)).isTrue();
      assertThat(rows.dateAt(5)).isEqualTo(LocalDate.of(2024, 2, 29).toEpochDay());
      rows.next();
      assertThat(rows.isNull(1)).isTrue();
      assertThat(rows.textAt(2)).isNull();
    }
  }

  @Test
  void aTableMayBeReplacedByAQueryOverItself() {
    engine.create("star", "select 3 as star union all select 4");
    engine.create("star", "select star from star where star > 3");

    assertThat(engine.count("star")).isEqualTo(1);
  }

  @Test
  void namesOfTablesDoNotKnowCase() {
    engine.create("Star", "select 3 as star");

    assertThat(engine.count("star")).isEqualTo(1);
    engine.drop("STAR");
    assertThatThrownBy(() -> engine.count("star")).isInstanceOf(EngineException.class);
  }

  @Test
  void aBrokenQueryIsToldInOneSentence() {
    assertThatThrownBy(() -> engine.create("broken", "select nothing from nowhere"))
        .hasMessageStartingWith(
            "Cannot compute table 'broken': The table or view `nowhere` cannot be found.")
        .hasMessageNotContainingAny("\n", "SQLSTATE");
  }

  @Test
  void aSumThatLeavesBigintIsAnErrorAndNotAnotherNumber() {
    engine.create(
        "score",
        "select cast(9223372036854775807 as bigint) as x union all select cast(1 as bigint)");

    assertThatThrownBy(() -> engine.create("total", "select sum(x) as total from score"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Cannot compute table 'total': ")
        .hasMessageContaining("overflow");
  }

  @Test
  void aMasterThatDoesNotListenIsNamedAtOnce() {
    assertThatThrownBy(() -> Cluster.checkReachable("spark://127.0.0.1:1"))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "Cannot open engine 'spark://127.0.0.1:1': no master listens there (Connection refused);"
                + " start one, or check host and port");
  }

  @Test
  void outOfMemoryIsToldWithWhatToDo() {
    assertThat(Failure.of("compute table 'x'", new OutOfMemoryError("Java heap space")))
        .hasMessage(
            "Cannot compute table 'x': it ran out of memory; give it more memory, or more"
                + " partitions with -Dspark.sql.shuffle.partitions=1000");
  }
}
