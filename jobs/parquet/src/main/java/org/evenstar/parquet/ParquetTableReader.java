package org.evenstar.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads a flat Parquet file row by row in bounded memory. A cell is null, a String, Long, Double,
 * Boolean or java.time.LocalDate; nested columns are refused.
 */
public final class ParquetTableReader implements AutoCloseable {
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final MessageColumnIO columnIo;
  private final List<String> columns;
  private @Nullable RecordReader<Group> records;
  private long left;

  private ParquetTableReader(ParquetFileReader reader) {
    this.reader = reader;
    this.schema = reader.getFooter().getFileMetaData().getSchema();
    this.columnIo = new ColumnIOFactory().getColumnIO(schema);
    List<String> names = new ArrayList<>();
    for (Type field : schema.getFields()) {
      if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
        throw new IllegalArgumentException(
            "Cannot read Parquet column '" + field.getName() + "': it is nested; flatten it");
      }
      names.add(field.getName());
    }
    this.columns = List.copyOf(names);
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it is no whole Parquet file
   */
  public static ParquetTableReader open(Path file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    return new ParquetTableReader(ParquetFileReader.open(new LocalInputFile(file), options));
  }

  /** Whether a stream begins with the Parquet magic; reads four bytes. */
  public static boolean looksLikeParquet(InputStream in) throws IOException {
    byte[] magic = in.readNBytes(4);
    return magic.length == 4
        && magic[0] == 'P'
        && magic[1] == 'A'
        && magic[2] == 'R'
        && magic[3] == '1';
  }

  /** Column names in file order. */
  public List<String> columns() {
    return columns;
  }

  /** Key-value pairs of the footer. */
  public Map<String, String> metadata() {
    return reader.getFooter().getFileMetaData().getKeyValueMetaData();
  }

  /** Rows in the file. */
  public long rowCount() {
    return reader.getRecordCount();
  }

  /**
   * The next row, or null after the last.
   *
   * @throws IOException when the file is damaged
   */
  public @Nullable Object @Nullable [] next() throws IOException {
    while (left == 0) {
      PageReadStore group = reader.readNextRowGroup();
      if (group == null) {
        return null;
      }
      left = group.getRowCount();
      records = columnIo.getRecordReader(group, new GroupRecordConverter(schema));
    }
    left--;
    Group group = java.util.Objects.requireNonNull(records).read();
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = group.getFieldRepetitionCount(i) == 0 ? null : cell(group, i);
    }
    return row;
  }

  private Object cell(Group group, int i) {
    Type field = schema.getType(i);
    LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 ->
          logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
              ? java.time.LocalDate.ofEpochDay(group.getInteger(i, 0))
              : logical instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation d
                  ? decimal(java.math.BigInteger.valueOf(group.getInteger(i, 0)), d)
                  : (Object) (long) group.getInteger(i, 0);
      case INT64 ->
          logical instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation d
              ? decimal(java.math.BigInteger.valueOf(group.getLong(i, 0)), d)
              : (Object) group.getLong(i, 0);
      case DOUBLE -> group.getDouble(i, 0);
      case FLOAT -> Double.valueOf(Float.toString(group.getFloat(i, 0)));
      case BOOLEAN -> group.getBoolean(i, 0);
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          logical instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation d
              ? decimal(new java.math.BigInteger(group.getBinary(i, 0).getBytes()), d)
              : group.getBinary(i, 0).toStringUsingUTF8();
      case INT96 ->
          throw new IllegalArgumentException(
              "Cannot read Parquet column '" + field.getName() + "': INT96 time; write a DATE");
    };
  }

  /** A decimal as its plain text, so that nothing is lost on the way to a double. */
  private static String decimal(
      java.math.BigInteger unscaled, LogicalTypeAnnotation.DecimalLogicalTypeAnnotation type) {
    return new java.math.BigDecimal(unscaled, type.getScale()).toPlainString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
