package org.evenstar.landing.contract;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;

/**
 * An empty workbook for a body's deliveries: its headers, drop-down lists where a list is allowed,
 * and a sheet that says what belongs in each column.
 */
public final class DeliveryTemplate {
  private static final int ROWS = 5_000;
  private static final double WIDTH = 18;

  private DeliveryTemplate() {}

  /** Writes the template of one source of a run. */
  public static void write(RunConfig config, Source source, Path file) throws IOException {
    DeliveryContract contract = DeliveryContract.of(config, source);
    List<DeliveryColumn> columns =
        Stream.concat(contract.fields().stream(), contract.items().stream()).toList();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "Evenstar", "1.0")) {
      Worksheet deliveries = workbook.newWorksheet("评估 assessments");
      Worksheet meanings = workbook.newWorksheet("说明 notes");
      Worksheet lists = workbook.newWorksheet("列表 lists");
      Map<List<String>, Range> written = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        DeliveryColumn column = columns.get(i);
        deliveries.value(0, i, column.header());
        deliveries.style(0, i).bold().set();
        deliveries.width(i, WIDTH);
        meanings.value(i, 0, column.header());
        meanings.value(i, 1, column.meaning().zh());
        meanings.value(i, 2, column.meaning().en());
        meanings.value(i, 3, column.required() ? "必填 required" : "");
        if (column.form() == DeliveryColumn.Form.LIST) {
          Range list =
              written.computeIfAbsent(
                  column.allowed(), allowed -> list(lists, written.size(), allowed));
          deliveries.range(1, i, ROWS, i).validateWithList(list);
        }
      }
      deliveries.freezePane(0, 1);
    }
  }

  private static Range list(Worksheet sheet, int column, List<String> allowed) {
    for (int row = 0; row < allowed.size(); row++) {
      sheet.value(row, column, allowed.get(row));
    }
    return sheet.range(0, column, allowed.size() - 1, column);
  }
}
