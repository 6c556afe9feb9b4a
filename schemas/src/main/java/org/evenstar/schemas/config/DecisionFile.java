package org.evenstar.schemas.config;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.Problem;
import org.evenstar.schemas.Schemas;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code config/decisions.csv}: every row is held to the schema {@code decision}. */
final class DecisionFile {
  private static final List<String> COLUMNS =
      List.of("signal_id", "decision", "role", "reason", "decided_on", "until");

  private final List<Problem> problems;
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<String, Integer> rowOf = new HashMap<>();

  DecisionFile(List<Problem> problems) {
    this.problems = problems;
  }

  /** The decisions; none where there is no file. */
  List<Decision> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file);
      rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IOException e) {
      problem("", "it cannot be read as UTF-8: " + e.getMessage() + "; save it as UTF-8");
    } catch (CsvParseException e) {
      problem("", "it is no valid CSV: " + e.getMessage() + "; mend it");
    }
    return List.copyOf(decisions);
  }

  private void rows(String text) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(new StringReader(text))) {
      boolean isHeader = true;
      for (CsvRecord row : csv) {
        if (!isHeader) {
          row(row);
        } else if (!row.getFields().equals(COLUMNS)) {
          problem(
              "row 1",
              "its columns are "
                  + row.getFields()
                  + "; they must be, in this order, "
                  + String.join(",", COLUMNS));
          return;
        }
        isHeader = false;
      }
    }
  }

  private void row(CsvRecord row) {
    int number = (int) row.getStartingLineNumber();
    String place = "row " + number;
    if (row.getFieldCount() != COLUMNS.size()) {
      problem(place, "it has " + row.getFieldCount() + " fields; give " + COLUMNS.size());
      return;
    }
    ObjectNode document = Json.MAPPER.createObjectNode();
    for (int i = 0; i < COLUMNS.size(); i++) {
      document.put(COLUMNS.get(i), row.getField(i).strip());
    }
    List<Problem> found = Schemas.validate("decision", Decision.FILE, document);
    found.forEach(one -> problem(place + " " + one.pointer().replace("/", ""), one.message()));
    LocalDate decidedOn = day(place, "decided_on", document);
    LocalDate until = day(place, "until", document);
    if (!found.isEmpty() || decidedOn == null || until == null) {
      return;
    }
    if (until.isBefore(decidedOn)) {
      problem(place + " until", "'" + until + "' is before decided_on; give a later day");
      return;
    }
    String signal = document.get("signal_id").asString();
    Integer former = rowOf.putIfAbsent(signal, number);
    if (former != null) {
      problem(
          place + " signal_id",
          "'" + signal + "' was decided in row " + former + " as well; keep the row in force");
      return;
    }
    decisions.add(
        new Decision(
            signal,
            Decision.Kind.valueOf(document.get("decision").asString()),
            Decision.Role.valueOf(document.get("role").asString()),
            document.get("reason").asString(),
            decidedOn,
            until,
            number));
  }

  private @Nullable LocalDate day(String place, String column, ObjectNode document) {
    String text = document.get(column).asString();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      // What is no date at all was told by the schema.
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        problem(place + " " + column, "there is no day '" + text + "'; give one of the calendar");
      }
      return null;
    }
  }

  private void problem(String place, String message) {
    problems.add(new Problem(Decision.FILE, place, message));
  }
}
