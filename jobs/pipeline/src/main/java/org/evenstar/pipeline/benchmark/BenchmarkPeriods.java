package org.evenstar.pipeline.benchmark;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.BOOLEAN;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;

/**
 * The periods of the benchmarks and which months they hold.
 *
 * <p>{@code all} is a stock: what holds at {@code as_of}, so a dossier past its certificate is in
 * it no longer. Month, quarter, year and rolling12 are flows: every dossier of their months counts,
 * and what was published for them does not change as certificates end.
 */
final class BenchmarkPeriods {
  private final Engine engine;
  private final Path folder;
  private final List<Period> periods = new ArrayList<>();
  private final Map<String, List<Period>> byMonth = new TreeMap<>();

  /** A period as a cell shows it. */
  record Period(String kind, String period) {

    boolean isStock() {
      return kind.equals("all");
    }

    /** The same kind of period that ended when this one began; null for the stock. */
    @org.jspecify.annotations.Nullable Period before() {
      return switch (kind) {
        case "month" -> new Period(kind, YearMonth.parse(period).minusMonths(1).toString());
        case "rolling12" -> new Period(kind, YearMonth.parse(period).minusMonths(12).toString());
        case "year" -> new Period(kind, Integer.toString(Integer.parseInt(period) - 1));
        case "quarter" -> {
          int year = Integer.parseInt(period.substring(0, 4));
          int quarter = period.charAt(6) - '0';
          yield new Period(kind, quarter == 1 ? year - 1 + "-Q4" : year + "-Q" + (quarter - 1));
        }
        default -> null;
      };
    }
  }

  /** The number of a month, quarter or year, counted in periods of its kind. */
  static int number(String period) {
    int year = Integer.parseInt(period.substring(0, 4));
    if (period.length() == 4) {
      return year;
    }
    return period.charAt(5) == 'Q'
        ? 4 * year + period.charAt(6) - '1'
        : 12 * year + Integer.parseInt(period.substring(5)) - 1;
  }

  BenchmarkPeriods(Engine engine, Path folder) {
    this.engine = engine;
    this.folder = folder;
    try (Rows rows =
        engine.query(
            "select period_kind, member_period, period from period_member"
                + " order by period_kind, member_period, period")) {
      while (rows.next()) {
        Period period = new Period(CellKeys.text(rows, 0), CellKeys.text(rows, 1));
        if (periods.isEmpty() || !periods.get(periods.size() - 1).equals(period)) {
          periods.add(period);
        }
        byMonth.computeIfAbsent(CellKeys.text(rows, 2), m -> new ArrayList<>()).add(period);
      }
    }
  }

  /** What a cell's lowest digit counts by. */
  int size() {
    return Math.max(1, periods.size());
  }

  int count() {
    return periods.size();
  }

  Period period(int number) {
    return periods.get(number);
  }

  /** Registers {@code period_leaf}, {@code period_leaf_member} and {@code period_before}. */
  void register() {
    Map<Period, Integer> numbers = new HashMap<>();
    for (int i = 0; i < periods.size(); i++) {
      numbers.put(periods.get(i), i);
    }
    TableFile leaf =
        new TableFile("period_leaf")
            .column("period", TEXT)
            .column("is_expired", BOOLEAN)
            .column("period_leaf_no", BIGINT);
    TableFile member =
        new TableFile("period_leaf_member")
            .columns(BIGINT, "period_leaf_no", "cell_part")
            .column("is_counted", BOOLEAN);
    // months of the same periods are one leaf
    Map<List<Period>, Integer> leaves = new HashMap<>();
    byMonth.forEach(
        (month, of) -> {
          Integer known = leaves.get(of);
          int first = known == null ? 2 * leaves.size() : known;
          if (known == null) {
            leaves.put(of, first);
            for (Period period : of) {
              member.row(first, numbers.get(period), true);
              member.row(first + 1, numbers.get(period), !period.isStock());
            }
          }
          leaf.row(month, false, first);
          leaf.row(month, true, first + 1);
        });
    leaf.register(engine, folder);
    member.register(engine, folder);
    TableFile before = new TableFile("period_before").columns(BIGINT, "period_no", "before_no");
    for (Period period : periods) {
      Period former = period.before();
      if (former != null && numbers.containsKey(former)) {
        before.row(numbers.get(period), numbers.get(former));
      }
    }
    before.register(engine, folder);
  }
}
