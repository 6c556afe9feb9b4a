package org.evenstar.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
  private static final List<ParquetColumn> COLUMNS =
      List.of(
          ParquetColumn.required("body_id", ColumnType.TEXT),
          ParquetColumn.nullable("score_micro", ColumnType.BIGINT),
          ParquetColumn.nullable("mean", ColumnType.DOUBLE),
          ParquetColumn.nullable("assessed_on", ColumnType.DATE),
          ParquetColumn.nullable("star", ColumnType.INT),
          ParquetColumn.nullable("is_linked", ColumnType.BOOLEAN));

  @TempDir Path folder;

  @Test
  void rowsComeBackAsTheyWereWritten() throws IOException {
    Path file = write("a.parquet", ParquetProfile.RELEASE, 3);

    try (ParquetTableReader reader = ParquetTableReader.open(file)) {
      assertThat(reader.columns())
          .containsExactly("body_id", "score_micro", "mean", "assessed_on", "star", "is_linked");
      assertThat(reader.metadata()).containsEntry("unit.score_micro", "millionths");
      assertThat(reader.rowCount()).isEqualTo(3);
      assertThat(reader.next()).containsExactly("机构0", 0L, 0.0, LocalDate.of(2024, 3, 5), 0L, true);
      assertThat(reader.next())
          .containsExactly("机构1", 1_000_000L, 0.5, LocalDate.of(2024, 3, 6), 1L, false);
      assertThat(reader.next()).containsExactly("机构2", null, null, null, null, null);
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void sameRowsGiveTheSameBytes() throws IOException {
    Path first = write("a.parquet", ParquetProfile.RELEASE, 5000);
    Path second = write("b.parquet", ParquetProfile.RELEASE, 5000);

    assertThat(second).hasSameBinaryContentAs(first);
  }

  /** The library shares one factory of encoders between all writers unless it is told not to. */
  @Test
  void anotherWriterOpenedInBetweenChangesNoEncoding() throws IOException {
    ParquetColumn name = ParquetColumn.required("name", ColumnType.TEXT);
    Path file = folder.resolve("a.parquet");
    int rows = 901_000; // more than a row group holds
    try (ParquetTableWriter distinct =
            ParquetTableWriter.create(file, List.of(name.distinct()), Map.of());
        ParquetTableWriter other =
            ParquetTableWriter.create(folder.resolve("b.parquet"), List.of(name), Map.of())) {
      assertThat(other.rows()).isZero();
      for (int i = 0; i < rows; i++) {
        distinct.setText(0, "x");
        distinct.endRow();
      }
    }

    FileMetaData footer = footer(Files.readAllBytes(file));

    assertThat(footer.getRow_groups()).hasSize(2);
    assertThat(footer.getRow_groups())
        .allSatisfy(
            group ->
                assertThat(group.getColumns().get(0).getMeta_data().getEncodings())
                    .doesNotContain(Encoding.PLAIN_DICTIONARY));
  }

  /** The library keeps them in hash sets, whose order is another at every start of Java. */
  @Test
  void encodingsStandInOrderSoThatEveryStartOfJavaGivesTheSameBytes() throws IOException {
    FileMetaData footer =
        footer(Files.readAllBytes(write("a.parquet", ParquetProfile.RELEASE, 5000)));

    assertThat(footer.getRow_groups().get(0).getColumns())
        .allSatisfy(column -> assertThat(column.getMeta_data().getEncodings()).isSorted());
  }

  @Test
  void aPublishedFooterHoldsNoMinimumAndNoMaximum() throws IOException {
    byte[] released = Files.readAllBytes(write("a.parquet", ParquetProfile.RELEASE, 2));

    try (var reader =
        org.apache.parquet.hadoop.ParquetFileReader.open(
            new org.apache.parquet.io.LocalInputFile(folder.resolve("a.parquet")),
            org.apache.parquet.ParquetReadOptions.builder(
                    new org.apache.parquet.conf.PlainParquetConfiguration())
                .build())) {
      assertThat(reader.getFooter().getBlocks().get(0).getColumns())
          .allSatisfy(column -> assertThat(column.getStatistics().hasNonNullValue()).isFalse());
    }
    assertThat(released).isNotEmpty();
  }

  @Test
  void aRowWithoutARequiredColumnIsRefused() throws IOException {
    try (ParquetTableWriter writer =
        ParquetTableWriter.create(folder.resolve("c.parquet"), COLUMNS, Map.of())) {
      writer.setLong(1, 5);

      assertThatThrownBy(writer::endRow)
          .hasMessage("Cannot end row: required column 'body_id' is not set; set it");
    }
  }

  private Path write(String name, ParquetProfile profile, int rows) throws IOException {
    Path file = folder.resolve(name);
    try (ParquetTableWriter writer =
        ParquetTableWriter.create(
            file, COLUMNS, Map.of("unit.score_micro", "millionths"), profile)) {
      for (int i = 0; i < rows; i++) {
        writer.setText(0, "机构" + i);
        if (i != 2) {
          writer.setLong(1, i * 1_000_000L);
          writer.setDouble(2, i / 2.0);
          writer.setDate(3, LocalDate.of(2024, 3, 5).toEpochDay() + i);
          writer.setInt(4, i);
          writer.setBoolean(5, i % 2 == 0);
        }
        writer.endRow();
      }
    }
    return file;
  }

  private static FileMetaData footer(byte[] bytes) throws IOException {
    ByteBuffer tail = ByteBuffer.wrap(bytes, bytes.length - 8, 4).order(ByteOrder.LITTLE_ENDIAN);
    int length = tail.getInt();
    return Util.readFileMetaData(
        new ByteArrayInputStream(bytes, bytes.length - 8 - length, length));
  }
}
