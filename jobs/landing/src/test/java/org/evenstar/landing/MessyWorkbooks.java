package org.evenstar.landing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The messes that only workbooks have. */
final class MessyWorkbooks {
  private MessyWorkbooks() {}

  static List<ReasonTest.Mess> messes() {
    return List.of(
        mess("a hidden column", "COLUMN_HIDDEN", workbook -> sheet(workbook).hideColumn(3)),
        mess(
            "a sheet of notes",
            "SHEET_SKIPPED",
            workbook -> {
              sheet(workbook);
              workbook.newWorksheet("说明").value(0, 0, "本表由系统导出");
            }),
        mess(
            "a region merged over two rows",
            "CELL_MERGED",
            workbook -> {
              Worksheet sheet = sheet(workbook);
              sheet.value(2, 5, "");
              sheet.range(1, 5, 2, 5).merge();
            }));
  }

  private static ReasonTest.Mess mess(String name, String code, Consumer<Workbook> content) {
    return new ReasonTest.Mess(
        name,
        List.of(code),
        run ->
            run.source("\"format\": \"csv\"", "\"format\": \"xlsx\"")
                .deliver("A/2024-03.xlsx", workbook(content)));
  }

  static byte[] workbook(Consumer<Workbook> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A sheet with a header and dossiers 1 and 2. */
  static Worksheet sheet(Workbook workbook) {
    Worksheet sheet = workbook.newWorksheet("三月");
    put(sheet, 0, List.of(RunFolder.HEADER.split(",", -1)));
    put(sheet, 1, List.copyOf(RunFolder.cells("1").values()));
    put(sheet, 2, List.copyOf(RunFolder.cells("2").values()));
    return sheet;
  }

  static void put(Worksheet sheet, int row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        sheet.value(row, i, cells.get(i));
      }
    }
  }
}
