package org.evenstar.landing.receipt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.evenstar.landing.LandingResult;
import org.evenstar.landing.Reasons;
import org.evenstar.parquet.ParquetTableReader;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;

/**
 * Receipts of every delivery of a landing, and what is overdue. Problems that show only when
 * deliveries are put side by side are added before the receipts are taken.
 */
public final class ReceiptBook {
  private final TreeMap<String, ReceiptDraft> drafts = new TreeMap<>();
  private final TreeMap<String, List<Problem>> absences = new TreeMap<>();

  private ReceiptBook() {}

  /** Reads the landed tables. */
  public static ReceiptBook of(LandingResult landed) throws IOException {
    ReceiptBook book = new ReceiptBook();
    for (Path file : landed.files("delivery")) {
      read(file, row -> book.drafts.put(row.text("file"), new ReceiptDraft(row)));
    }
    for (Path file : landed.files("problem")) {
      read(file, row -> book.add(problem(row)));
    }
    return book;
  }

  /** Adds a problem that was found across deliveries. */
  public void add(Problem problem) {
    ReceiptDraft draft = problem.file() == null ? null : drafts.get(problem.file());
    if (draft != null) {
      draft.add(problem);
    } else {
      absences
          .computeIfAbsent(String.valueOf(problem.bodyId()), b -> new ArrayList<>())
          .add(problem);
    }
  }

  /**
   * Adds a problem that sets a row aside after its file had been read.
   *
   * @param wasRepaired whether the row counted as repaired, else as accepted
   */
  public void setAside(Problem problem, boolean wasRepaired) {
    add(problem);
    Objects.requireNonNull(drafts.get(problem.file())).moveToQuarantine(wasRepaired);
  }

  /** Every receipt, by file. */
  public List<Receipt> receipts() {
    return drafts.values().stream().map(ReceiptDraft::receipt).toList();
  }

  /** Late and missing deliveries by body. */
  public Map<String, List<Problem>> absences() {
    return absences;
  }

  private static Problem problem(LandedCells row) {
    Map<String, String> parameters = new HashMap<>();
    String detail = row.text("detail");
    if (!detail.isEmpty()) {
      Json.MAPPER
          .readTree(detail)
          .properties()
          .forEach(p -> parameters.put(p.getKey(), p.getValue().asString()));
    }
    return new Problem(
        Reasons.of(row.text("reason_code")),
        row.textOrNull("body_id"),
        row.textOrNull("period"),
        row.textOrNull("file"),
        row.text("sheet"),
        (int) row.number("row_number"),
        row.text("column_name"),
        row.text("value"),
        parameters);
  }

  /** One row of a landed table by column name. */
  record LandedCells(Map<String, Object> cells) {
    @Nullable String textOrNull(String column) {
      return (String) cells.get(column);
    }

    String text(String column) {
      return Objects.requireNonNullElse(textOrNull(column), "");
    }

    long number(String column) {
      return cells.get(column) instanceof Number number ? number.longValue() : 0;
    }
  }

  @FunctionalInterface
  private interface Use {
    void row(LandedCells row);
  }

  private static void read(Path file, Use use) throws IOException {
    try (ParquetTableReader reader = ParquetTableReader.open(file)) {
      for (Object[] row = reader.next(); row != null; row = reader.next()) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
          if (row[i] != null) {
            cells.put(reader.columns().get(i), row[i]);
          }
        }
        use.row(new LandedCells(cells));
      }
    }
  }
}
