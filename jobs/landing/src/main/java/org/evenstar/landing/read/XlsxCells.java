package org.evenstar.landing.read;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** The text of a worksheet's cells as a person sees it; dates in ISO. */
final class XlsxCells {
  private static final LocalDate ZERO_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);
  private static final int LATEST = 2_958_465;

  private final LocalDate zero;
  private final Map<String, Boolean> dateFormats = new HashMap<>();

  XlsxCells(boolean is1904) {
    this.zero = is1904 ? ZERO_1904 : ZERO_1900;
  }

  /** The text; empty for a blank cell; {@code =…} for a formula without a stored value. */
  String text(Cell cell) {
    String raw = cell.getRawValue();
    if (cell.getType() == CellType.NUMBER) {
      return raw == null ? "" : number(raw, cell);
    }
    if (cell.getType() == CellType.FORMULA) {
      if (raw == null || raw.isEmpty()) {
        return cell.getFormula() == null ? "" : "=" + cell.getFormula();
      }
      return looksLikeNumber(raw) ? number(raw, cell) : String.valueOf(cell.getValue());
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return "1".equals(raw) || "true".equalsIgnoreCase(raw) ? "TRUE" : "FALSE";
    }
    String text = cell.getType() == CellType.ERROR ? raw : cell.getText();
    return text == null ? "" : text;
  }

  private static boolean looksLikeNumber(String raw) {
    char last = raw.charAt(raw.length() - 1);
    char first = raw.charAt(0);
    return (Character.isDigit(first) || first == '-')
        && Character.isDigit(last)
        && raw.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  }

  private String number(String raw, Cell cell) {
    if (raw.length() <= 15 && raw.indexOf('E') < 0 && raw.indexOf('e') < 0 && !isDate(cell)) {
      return raw;
    }
    double value = Double.parseDouble(raw);
    if (isDate(cell) && value >= 1 && value < LATEST) {
      return zero.plusDays((long) value).toString();
    }
    return Decimals.plain(value);
  }

  private boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    if (id == null || id == 0) {
      return false;
    }
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
      return true;
    }
    return format != null && dateFormats.computeIfAbsent(format, XlsxCells::isDateFormat);
  }

  /** A number format with years or days outside quotes and brackets. */
  static boolean isDateFormat(@Nullable String format) {
    String bare = format == null ? "" : format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return bare.matches("(?s).*[yYdD年日].*") && !bare.contains("General");
  }
}
