package org.evenstar.pipeline;

import static org.evenstar.parquet.ColumnType.TEXT;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;

/**
 * Which benchmark periods a month belongs to: all, itself, its quarter, its year, twelve months.
 */
final class PeriodMembers {
  private final List<String> kinds;

  PeriodMembers(List<String> kinds) {
    this.kinds = kinds;
  }

  /** Registers {@code period_member(period, period_kind, member_period)}. */
  void register(Engine engine, Path folder) {
    List<YearMonth> months = new ArrayList<>();
    try (Rows rows = engine.query("select distinct period from current_dossier order by period")) {
      while (rows.next()) {
        months.add(YearMonth.parse(Objects.requireNonNull(rows.textAt(0))));
      }
    }
    TableFile table =
        new TableFile("period_member").columns(TEXT, "period", "period_kind", "member_period");
    for (YearMonth month : months) {
      addKind(table, month, "all", "*");
      addKind(table, month, "month", month.toString());
      addKind(table, month, "quarter", quarter(month));
      addKind(table, month, "year", Integer.toString(month.getYear()));
      for (YearMonth last : months) {
        if (!last.isBefore(month) && last.minusMonths(12).isBefore(month)) {
          addKind(table, month, "rolling12", last.toString());
        }
      }
    }
    table.register(engine, folder);
  }

  private void addKind(TableFile table, YearMonth month, String kind, String member) {
    if (kinds.contains(kind)) {
      table.row(month.toString(), kind, member);
    }
  }

  static String quarter(YearMonth month) {
    return month.getYear() + "-Q" + ((month.getMonthValue() + 2) / 3);
  }
}
