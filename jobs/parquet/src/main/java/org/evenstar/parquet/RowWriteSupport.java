package org.evenstar.parquet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Hands a {@link Row} to Parquet without an object per cell. */
final class RowWriteSupport extends WriteSupport<Row> {
  private final MessageType schema;
  private final Map<String, String> metadata;
  private @Nullable RecordConsumer consumer;

  RowWriteSupport(Row row, Map<String, String> metadata) {
    this.schema = schemaOf(row);
    this.metadata = metadata;
  }

  private static MessageType schemaOf(Row row) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (ParquetColumn column : row.columns) {
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

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema, new LinkedHashMap<>(metadata));
  }

  // Abstract in the parent although deprecated: an override is owed.
  @SuppressWarnings("deprecation")
  @Override
  public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
    return new WriteContext(schema, new LinkedHashMap<>(metadata));
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(Row row) {
    RecordConsumer out = Objects.requireNonNull(consumer);
    out.startMessage();
    for (int i = 0; i < row.present.length; i++) {
      if (row.present[i]) {
        ParquetColumn column = row.columns.get(i);
        out.startField(column.name(), i);
        writeValue(out, column.type(), row, i);
        out.endField(column.name(), i);
      }
    }
    out.endMessage();
  }

  private static void writeValue(RecordConsumer out, ColumnType type, Row row, int i) {
    switch (type) {
      case TEXT -> out.addBinary(row.binary(i));
      case INT, DATE -> out.addInteger(Math.toIntExact(row.longs[i]));
      case BIGINT -> out.addLong(row.longs[i]);
      case DOUBLE -> out.addDouble(Double.longBitsToDouble(row.longs[i]));
      case BOOLEAN -> out.addBoolean(row.longs[i] != 0);
    }
  }
}
