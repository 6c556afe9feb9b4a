package org.evenstar.engine.duckdb;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenstar.engine.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a whole table. The driver makes each text by several calls from native code, which
 * costs more than all else; here the texts of a row come as one array of bytes, with the length of
 * each, and dates as days.
 */
final class PackedRows implements Rows {
  private static final byte[] NOTHING = {};

  private final List<String> columns;
  private final boolean[] isText;
  private final DuckDbRows packed;

  private byte[] bytes = NOTHING;
  private final int[] starts;
  private final int[] lengths;
  private final @Nullable String[] texts;
  private boolean isUnpacked;

  private PackedRows(List<String> columns, boolean[] isText, DuckDbRows packed) {
    this.columns = columns;
    this.isText = isText;
    this.packed = packed;
    this.starts = new int[isText.length];
    this.lengths = new int[isText.length];
    this.texts = new @Nullable String[isText.length];
  }

  /**
   * @param own the connection to read through; closed with the rows
   */
  static PackedRows open(Connection own, String table, List<String> columns, String order)
      throws SQLException {
    boolean[] isText = new boolean[columns.size()];
    List<String> parts = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    try (Statement statement = own.createStatement();
        ResultSet none =
            statement.executeQuery(
                "select " + String.join(", ", columns) + " from " + table + " limit 0")) {
      ResultSetMetaData meta = none.getMetaData();
      for (int i = 0; i < isText.length; i++) {
        String column = columns.get(i);
        int type = meta.getColumnType(i + 1);
        isText[i] = type == Types.VARCHAR;
        if (isText[i]) {
          texts.add(column);
          parts.add("strlen(" + column + ")");
        } else {
          parts.add(type == Types.DATE ? column + " - date '1970-01-01'" : column);
        }
      }
    }
    parts.add(texts.isEmpty() ? "null" : "encode(concat(" + String.join(", ", texts) + "))");
    ResultSet result =
        own.createStatement()
            .executeQuery("select " + String.join(", ", parts) + " from " + table + order);
    return new PackedRows(List.copyOf(columns), isText, new DuckDbRows(own, result));
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    isUnpacked = false;
    return packed.next();
  }

  @Override
  public boolean isNull(int column) {
    return packed.isNull(column);
  }

  @Override
  public long longAt(int column) {
    return packed.longAt(column);
  }

  @Override
  public double doubleAt(int column) {
    return packed.doubleAt(column);
  }

  @Override
  public boolean booleanAt(int column) {
    return packed.booleanAt(column);
  }

  @Override
  public long dateAt(int column) {
    return packed.longAt(column);
  }

  @Override
  public @Nullable String textAt(int column) {
    if (packed.isNull(column)) {
      return null;
    }
    if (!isText[column]) {
      return packed.textAt(column);
    }
    unpack();
    return texts[column];
  }

  /** A text that repeats the one of the row before is the same object. */
  private void unpack() {
    if (isUnpacked) {
      return;
    }
    byte[] former = bytes;
    bytes = packed.bytesAt(isText.length);
    int at = 0;
    for (int i = 0; i < isText.length; i++) {
      if (isText[i] && !packed.isNull(i)) {
        int length = Math.toIntExact(packed.longAt(i));
        boolean isSame =
            texts[i] != null
                && lengths[i] == length
                && Arrays.equals(bytes, at, at + length, former, starts[i], starts[i] + length);
        if (!isSame) {
          texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
        }
        starts[i] = at;
        lengths[i] = length;
        at += length;
      } else {
        texts[i] = null;
      }
    }
    isUnpacked = true;
  }

  @Override
  public void close() {
    packed.close();
  }
}
