package org.evenstar.sample.delivery;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook as people make them: a merged title row, a row of units under the header, a sheet for
 * each half of the month.
 */
final class XlsxDelivery implements DeliveryWriter {
  private static final int HEADER_ROW = 2;

  private final Path file;
  private final Path unpacked;
  private final List<Layout.Column> columns;
  private final String title;
  private final boolean isMessy;
  private final OutputStream out;
  private final Workbook workbook;
  private final Map<String, Sheet> sheets = new LinkedHashMap<>();
  private final List<RowNote> notes = new ArrayList<>();
  private String lastSheet = "";

  private static final class Sheet {
    final String name;
    final Worksheet cells;
    int nextRow;

    Sheet(String name, Worksheet cells) {
      this.name = name;
      this.cells = cells;
    }
  }

  /**
   * @param isMessy whether to hide a column and end with totals
   */
  XlsxDelivery(Path file, Layout layout, String period, boolean isMessy) throws IOException {
    this.file = file;
    this.columns = layout.columns();
    this.title = "评估档案月度交付表 " + period;
    this.isMessy = isMessy;
    this.unpacked = file.resolveSibling(file.getFileName() + ".unpacked");
    this.out = new BufferedOutputStream(Files.newOutputStream(unpacked), 1 << 16);
    this.workbook = new Workbook(out, "Evenstar", "1.0");
    workbook.setCompressionLevel(0);
  }

  @Override
  public int write(DeliveryRow row) {
    Sheet sheet = sheetOf(row.field(Field.ASSESSED_ON));
    lastSheet = sheet.name;
    for (int i = 0; i < columns.size(); i++) {
      write(sheet, i, columns.get(i), row);
    }
    sheet.nextRow++;
    return sheet.nextRow;
  }

  private Sheet sheetOf(String assessedOn) {
    boolean isFirstHalf = isIsoDate(assessedOn) && assessedOn.substring(8).compareTo("15") <= 0;
    return sheets.computeIfAbsent(isFirstHalf ? "上半月" : "下半月", this::open);
  }

  private Sheet open(String name) {
    Worksheet cells = workbook.newWorksheet(name);
    Sheet sheet = new Sheet(name, cells);
    cells.value(0, 0, title);
    // One merge a sheet: the library writes several in no order of its own.
    cells.range(0, 0, 0, columns.size() - 1).merge();
    cells.value(1, 0, "填报说明:按满足程度填写,不适用的指标填不适用");
    for (int i = 0; i < columns.size(); i++) {
      cells.value(HEADER_ROW, i, columns.get(i).header());
      cells.value(HEADER_ROW + 1, i, i == 0 ? "单位" : unit(columns.get(i)));
    }
    sheet.nextRow = HEADER_ROW + 2;
    note(sheet, 1, "ROW_TITLE");
    note(sheet, 2, "ROW_TITLE");
    note(sheet, HEADER_ROW + 2, "ROW_UNITS");
    if (isMessy) {
      int hidden = hiddenColumn();
      cells.hideColumn(hidden);
      notes.add(new RowNote(new Spot("", name, 0), columns.get(hidden).header(), "COLUMN_HIDDEN"));
    }
    return sheet;
  }

  private int hiddenColumn() {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).content() == Layout.Content.FIELD
          && columns.get(i).field() == Field.INDUSTRY) {
        return i;
      }
    }
    return 0;
  }

  private static String unit(Layout.Column column) {
    return switch (column.content()) {
      case SCORE -> "满足程度";
      case FIELD ->
          column.field().isDate() ? "年-月-日" : column.field().isWholeNumber() ? "数字" : "文本";
      case ASSESSOR, TELEPHONE, REMARK, WEIGHT -> "文本";
    };
  }

  private void note(Sheet sheet, int rowNumber, String reasonCode) {
    notes.add(new RowNote(new Spot("", sheet.name, rowNumber), "", reasonCode));
  }

  private static void write(Sheet sheet, int at, Layout.Column column, DeliveryRow row) {
    String text = column.text(row);
    if (text.isEmpty()) {
      return;
    }
    boolean isField = column.content() == Layout.Content.FIELD;
    if (isField && column.field().isDate() && isIsoDate(text)) {
      date(sheet, at, LocalDate.parse(text), row.isSerialDate());
    } else if (isField && column.field().isWholeNumber() && text.matches("[0-9]")) {
      sheet.cells.value(sheet.nextRow, at, Integer.valueOf(text));
    } else {
      sheet.cells.value(sheet.nextRow, at, text);
    }
  }

  private static boolean isIsoDate(String text) {
    return text.matches("\\d{4}-(0[1-9]|1[0-2])-\\d{2}")
        && YearMonth.parse(text.substring(0, 7)).isValidDay(Integer.parseInt(text.substring(8)));
  }

  private static void date(Sheet sheet, int at, LocalDate date, boolean isSerial) {
    if (isSerial) {
      sheet.cells.value(sheet.nextRow, at, ExcelDates.serial(date));
    } else {
      sheet.cells.value(sheet.nextRow, at, date);
      sheet.cells.style(sheet.nextRow, at).format("yyyy-mm-dd").set();
    }
  }

  @Override
  public String sheet() {
    return lastSheet;
  }

  @Override
  public List<RowNote> notes() {
    return notes;
  }

  @Override
  public void close() throws IOException {
    if (isMessy) {
      for (Sheet sheet : sheets.values()) {
        sheet.cells.value(sheet.nextRow, 0, "合计");
        sheet.cells.value(sheet.nextRow, 1, sheet.nextRow - HEADER_ROW - 2);
        note(sheet, sheet.nextRow + 1, "ROW_TOTALS");
      }
    }
    workbook.close();
    out.close();
    StableZip.repack(unpacked, file);
    Files.delete(unpacked);
  }
}
