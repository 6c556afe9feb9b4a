package org.evenstar.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One folder of reference-cases: its inputs, and what established software answers on them. */
public record ReferenceCase(String name) {

  /** The answers in {@code expected.json}. */
  public JsonNode expected() {
    return json("expected.json");
  }

  /** A JSON file of the case. */
  public JsonNode json(String file) {
    return JsonMapper.shared().readTree(text(file));
  }

  /** The rows of a CSV file of the case, header first, quotes removed. */
  public List<List<String>> rows(String file) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text(file).lines().toList()) {
      rows.add(Arrays.stream(line.split(",", -1)).map(cell -> cell.replace("\"", "")).toList());
    }
    return rows;
  }

  /** One numeric column of a CSV file. */
  public double[] column(String file, String header) {
    return texts(file, header).stream().mapToDouble(Double::parseDouble).toArray();
  }

  /** One column of a CSV file as text. */
  public List<String> texts(String file, String header) {
    List<List<String>> rows = rows(file);
    int index = rows.get(0).indexOf(header);
    if (index < 0) {
      throw new IllegalArgumentException(
          "Cannot read column '%s' of %s: it is not in the header".formatted(header, file));
    }
    return rows.stream().skip(1).map(row -> row.get(index)).toList();
  }

  /** A JSON array of numbers. */
  public static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  private String text(String file) {
    String path = "/reference-cases/" + name + "/" + file;
    try (InputStream in = ReferenceCase.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
