package org.evenstar.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenstar.schemas.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The text deliveries read back by simple means, not by the ones that wrote them. */
final class ReadBack {
  private final Path landing;
  private final Set<String> left;

  /**
   * @param left files to leave out
   */
  ReadBack(Path folder, Set<String> left) {
    this.landing = folder.resolve("landing");
    this.left = left;
  }

  private List<Path> files(String body) throws IOException {
    try (Stream<Path> walk = Files.walk(landing.resolve(body))) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !left.contains(path(file)))
          .sorted()
          .toList();
    }
  }

  private String path(Path file) {
    return landing.relativize(file).toString().replace('\\', '/');
  }

  /** Rows of a CSV body; header rows and totals are left out. */
  List<DeliveredRow> csv(String body, String charset, String scoreEnding) throws IOException {
    List<DeliveredRow> rows = new ArrayList<>();
    for (Path file : files(body)) {
      String text = new String(Files.readAllBytes(file), Charset.forName(charset));
      List<String> header = List.of();
      try (CsvReader<CsvRecord> csv =
          CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
        for (CsvRecord record : csv) {
          if (header.isEmpty()) {
            header = record.getFields();
          } else if (!record.getFields().equals(header) && !record.getField(0).equals("合计")) {
            rows.add(row(file, record, header, scoreEnding));
          }
        }
      }
    }
    return rows;
  }

  private DeliveredRow row(Path file, CsvRecord record, List<String> header, String ending) {
    Map<String, String> fields = new HashMap<>();
    Map<String, String> scores = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (name.matches("[A-Z]{3}\\d\\.\\d" + ending)) {
        if (!record.getField(i).isEmpty()) {
          scores.put(name.substring(0, 6), record.getField(i));
        }
      } else {
        fields.put(name, record.getField(i));
      }
    }
    int line = Math.toIntExact(record.getStartingLineNumber());
    return new DeliveredRow(path(file), line, fields, scores);
  }

  /** Elements of the JSON body. */
  List<DeliveredRow> json() throws IOException {
    List<DeliveredRow> rows = new ArrayList<>();
    for (Path file : files("GLKJ")) {
      int element = 0;
      for (JsonNode dossier : Json.MAPPER.readTree(file.toFile()).get("档案")) {
        Map<String, String> scores = new HashMap<>();
        dossier.get("得分").forEach(s -> scores.put(s.get("指标").asString(), s.get("分值").asString()));
        element++;
        rows.add(new DeliveredRow(path(file), element, fields(dossier, "得分"), scores));
      }
    }
    return rows;
  }

  /** Lines of the JSON Lines body; a line that does not parse has no fields. */
  List<DeliveredRow> jsonLines() throws IOException {
    List<DeliveredRow> rows = new ArrayList<>();
    for (Path file : files("HNPT")) {
      int line = 0;
      for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        line++;
        rows.add(line(path(file), line, text));
      }
    }
    return rows;
  }

  private static DeliveredRow line(String file, int line, String text) {
    try {
      JsonNode dossier = Json.MAPPER.readTree(text);
      Map<String, String> scores = new HashMap<>();
      dossier
          .get("scores")
          .properties()
          .forEach(s -> scores.put(s.getKey(), s.getValue().asString()));
      return new DeliveredRow(file, line, fields(dossier, "scores"), scores);
    } catch (JacksonException e) {
      return new DeliveredRow(file, line, Map.of(), Map.of());
    }
  }

  private static Map<String, String> fields(JsonNode dossier, String scores) {
    Map<String, String> fields = new HashMap<>();
    dossier
        .properties()
        .forEach(
            property -> {
              if (!property.getKey().equals(scores)) {
                fields.put(property.getKey(), property.getValue().asString());
              }
            });
    return fields;
  }
}
