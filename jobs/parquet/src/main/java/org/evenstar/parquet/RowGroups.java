package org.evenstar.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Hands the cells of flat rows to Parquet's column writers, row group by row group. The library's
 * way through a record consumer is made for nested records, and costs as much again.
 */
final class RowGroups implements AutoCloseable {
  private static final int PAGE_BYTES = 1 << 20;
  private static final int MOST_ROWS = 900_000;
  private static final long MOST_BYTES = 64L << 20;

  /** Rows between two looks at how much is buffered. */
  private static final int LOOK_EVERY = 4_096;

  private final ColumnType[] types;
  private final int[] presentLevels;
  private final MessageType schema;
  private final ParquetProperties properties;
  private final ParquetProfile profile;
  private final CompressionCodecFactory codecs;
  private final OwnedOutputFile output;
  private final ParquetFileWriter file;
  private final Map<String, String> metadata;
  private final ColumnWriter[] writers;
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore store;
  private long rows;

  RowGroups(
      Path path, List<ParquetColumn> columns, Map<String, String> metadata, ParquetProfile profile)
      throws IOException {
    this.types = columns.stream().map(ParquetColumn::type).toArray(ColumnType[]::new);
    this.presentLevels = columns.stream().mapToInt(c -> c.nullable() ? 1 : 0).toArray();
    this.schema = schemaOf(columns);
    this.properties = propertiesOf(columns);
    this.profile = profile;
    this.metadata = metadata;
    this.codecs = new CodecFactory(new PlainParquetConfiguration(), PAGE_BYTES);
    this.output = new OwnedOutputFile(path);
    this.file =
        new ParquetFileWriter(
            output,
            schema,
            ParquetFileWriter.Mode.OVERWRITE,
            MOST_BYTES,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            null,
            properties);
    start();
    this.writers = new ColumnWriter[columns.size()];
    this.pages = newPages();
    this.store = newStore();
  }

  private void start() throws IOException {
    try {
      file.start();
    } catch (IOException | RuntimeException e) {
      output.close();
      throw e;
    }
  }

  private static MessageType schemaOf(List<ParquetColumn> columns) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (ParquetColumn column : columns) {
      message.addField(fieldOf(column));
    }
    return message.named("table");
  }

  private static Type fieldOf(ParquetColumn column) {
    Type.Repetition repetition =
        column.nullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
    return switch (column.type()) {
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
      case BIGINT -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
      case DATE ->
          Types.primitive(PrimitiveTypeName.INT32, repetition)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
    };
  }

  /**
   * The library's one factory of encoders follows whichever properties were made last; with two
   * files written at once, a column would be encoded now one way, now the other.
   */
  private static ParquetProperties propertiesOf(List<ParquetColumn> columns) {
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
            .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
            .withPageSize(PAGE_BYTES)
            .withDictionaryPageSize(PAGE_BYTES)
            .withStatisticsEnabled(false)
            .withSizeStatisticsEnabled(false)
            .withPageWriteChecksumEnabled(false);
    for (ParquetColumn column : columns) {
      if (column.isDistinct()) {
        builder.withDictionaryEncoding(column.name(), false);
      }
    }
    return builder.build();
  }

  private ColumnChunkPageWriteStore newPages() {
    return new ColumnChunkPageWriteStore(
        codecs.getCompressor(profile.codec),
        schema,
        properties.getAllocator(),
        properties.getColumnIndexTruncateLength(),
        properties.getPageWriteChecksumEnabled());
  }

  private ColumnWriteStore newStore() {
    ColumnWriteStore made = properties.newColumnWriteStore(schema, pages, pages);
    List<ColumnDescriptor> descriptors = schema.getColumns();
    for (int i = 0; i < writers.length; i++) {
      writers[i] = made.getColumnWriter(descriptors.get(i));
    }
    return made;
  }

  /** Writes a row that is complete. */
  void write(Row row) throws IOException {
    for (int i = 0; i < writers.length; i++) {
      int level = presentLevels[i];
      ColumnWriter writer = writers[i];
      if (!row.present[i]) {
        writer.writeNull(0, 0);
        continue;
      }
      switch (types[i]) {
        case TEXT -> writer.write(row.binary(i), 0, level);
        case INT, DATE -> writer.write(Math.toIntExact(row.longs[i]), 0, level);
        case BIGINT -> writer.write(row.longs[i], 0, level);
        case DOUBLE -> writer.write(Double.longBitsToDouble(row.longs[i]), 0, level);
        case BOOLEAN -> writer.write(row.longs[i] != 0, 0, level);
      }
    }
    store.endRecord();
    rows++;
    if (rows == MOST_ROWS || (rows % LOOK_EVERY == 0 && store.getBufferedSize() > MOST_BYTES)) {
      flush();
      pages = newPages();
      store = newStore();
    }
  }

  private void flush() throws IOException {
    if (rows > 0) {
      file.startBlock(rows);
      store.flush();
      pages.flushToFileWriter(file);
      file.endBlock();
      rows = 0;
    }
    store.close();
    pages.close();
  }

  @Override
  public void close() throws IOException {
    try (output;
        file) {
      flush();
      file.end(new LinkedHashMap<>(metadata));
    } finally {
      codecs.release();
    }
  }
}
