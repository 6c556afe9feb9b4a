package org.evenstar.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as people read it. */
final class TableText {
  private static final int DECIMALS = 4;
  private static final int FIRST_WIDE_CHARACTER = 0x2E80;

  private TableText() {}

  static String plain(Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns());
    table.forEach(row -> lines.add(row.values().stream().map(TableText::text).toList()));
    int[] widths = new int[table.columns().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    boolean[] right = numeric(table);
    StringBuilder out = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String pad = " ".repeat(widths[i] - width(line.get(i)));
        text.append(i == 0 ? "" : "  ");
        text.append(right[i] ? pad + line.get(i) : line.get(i) + pad);
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  static String html(Table table) {
    boolean[] right = numeric(table);
    StringBuilder out = new StringBuilder("<table><thead>");
    out.append(line("th", table.columns(), right)).append("</thead><tbody>");
    for (Row row : table) {
      out.append(line("td", row.values().stream().map(TableText::text).toList(), right));
    }
    return out.append("</tbody></table>").toString();
  }

  private static String line(String tag, List<String> cells, boolean[] right) {
    StringBuilder out = new StringBuilder("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      String align = right[i] ? "right" : "left";
      out.append("<%s style=\"text-align:%s\">".formatted(tag, align));
      out.append(escaped(cells.get(i))).append("</").append(tag).append('>');
    }
    return out.append("</tr>\n").toString();
  }

  private static boolean[] numeric(Table table) {
    boolean[] out = new boolean[table.columns().size()];
    for (int i = 0; i < out.length; i++) {
      int place = i;
      List<@Nullable Object> present =
          table.stream()
              .map(row -> row.values().get(place))
              .filter(Objects::nonNull)
              .collect(Collectors.toList());
      out[i] = !present.isEmpty() && present.stream().allMatch(Number.class::isInstance);
    }
    return out;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(point -> point >= FIRST_WIDE_CHARACTER ? 2 : 1).sum();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
