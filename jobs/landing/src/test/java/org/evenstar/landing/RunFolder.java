package org.evenstar.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.parquet.ParquetTableReader;
import org.evenstar.schemas.config.RunConfig;

/**
 * A run folder with a small model (two indicators, stars 1 and 2), bodies A and B, and the sources
 * and deliveries a test adds.
 */
final class RunFolder {
  static final LocalDate AS_OF = LocalDate.of(2024, 6, 20);

  static final String HEADER =
      "编号,修订号,操作,名称,信用代码,地区,住所,类别,类型,申请星级,授予星级,评估日期,发证日期,模型版本,评估员," + "A1.1,A1.2,B1.1,B1.2";

  private final Path folder;
  private Path work;

  RunFolder(Path folder) {
    this.folder = folder;
    this.work = folder.resolve("work");
    resource("run.json", "run.json");
    resource("model.json", "config/models/TEST.json");
    resource("bodies.json", "config/bodies.json");
    resource("sectors.json", "config/sectors.json");
    resource("organisation_types.json", "config/organisation_types.json");
  }

  private void resource(String name, String to) {
    write(to, text(name));
  }

  static String text(String name) {
    try (var in = RunFolder.class.getResourceAsStream("/run/" + name)) {
      return new String(
          java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Body A's source, CSV files below A/, with changes: texts to replace, each with the next. */
  RunFolder source(String... changes) {
    return sourceAs("a", changes);
  }

  RunFolder sourceAs(String name, String... changes) {
    String json = text("source.json");
    for (int i = 0; i < changes.length; i += 2) {
      if (!json.contains(changes[i])) {
        throw new IllegalArgumentException("no '" + changes[i] + "' in source.json");
      }
      json = json.replace(changes[i], changes[i + 1]);
    }
    write("config/sources/" + name + ".json", json);
    return this;
  }

  RunFolder write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  RunFolder write(String path, byte[] bytes) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RunFolder deliver(String path, String text) {
    return write("landing/" + path, text);
  }

  RunFolder deliver(String path, byte[] bytes) {
    return write("landing/" + path, bytes);
  }

  RunFolder work(Path other) {
    this.work = other;
    return this;
  }

  Path folder() {
    return folder;
  }

  RunConfig config() {
    return RunConfig.load(folder);
  }

  Tables land() {
    return land(AS_OF, 1);
  }

  Tables land(LocalDate asOf, int threads) {
    RunConfig config = config();
    try {
      LandingResult result =
          new Landing(
                  config,
                  config.landingFolder(),
                  work,
                  new LandingOptions(threads, asOf),
                  path -> {})
              .land();
      return new Tables(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole and faultless row of {@link #HEADER}, with some cells otherwise: column, text, … */
  static String row(String number, String... changes) {
    Map<String, String> cells = cells(number, changes);
    List<String> texts = new ArrayList<>();
    for (String cell : cells.values()) {
      boolean isPlain = !cell.contains(",") && !cell.contains("\"") && !cell.contains("\n");
      texts.add(isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }
    return String.join(",", texts);
  }

  static Map<String, String> cells(String number, String... changes) {
    String[] names = HEADER.split(",", -1);
    String[] texts =
        (number
                + ",1,,长沙市示范服务中心,91350100M000100Y43,430100,湖南省长沙市岳麓区一号,信息服务,企业,"
                + "2,2,2024-03-05,2024-03-20,1,李四,全部满足,大部分满足,部分满足,不适用")
            .split(",", -1);
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      cells.put(names[i], texts[i]);
    }
    for (int i = 0; i < changes.length; i += 2) {
      if (cells.replace(changes[i], changes[i + 1]) == null) {
        throw new IllegalArgumentException("no column '" + changes[i] + "'");
      }
    }
    return cells;
  }

  static String csv(String... rows) {
    return HEADER + "\n" + String.join("\n", rows) + "\n";
  }

  /** The landed tables, read back. */
  static final class Tables {
    final LandingResult result;
    final List<Map<String, Object>> dossiers;
    final List<Map<String, Object>> scores;
    final List<Map<String, Object>> problems;
    final List<Map<String, Object>> deliveries;

    Tables(LandingResult result) throws IOException {
      this.result = result;
      this.dossiers = read(result.files("dossier"));
      this.scores = read(result.files("score"));
      this.problems = read(result.files("problem"));
      this.deliveries = read(result.files("delivery"));
    }

    static List<Map<String, Object>> read(List<Path> files) throws IOException {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (Path file : files) {
        try (ParquetTableReader reader = ParquetTableReader.open(file)) {
          for (Object[] row = reader.next(); row != null; row = reader.next()) {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
              if (row[i] != null) {
                named.put(reader.columns().get(i), row[i]);
              }
            }
            rows.add(named);
          }
        }
      }
      return rows;
    }

    List<String> codes() {
      return problems.stream().map(p -> (String) p.get("reason_code")).sorted().toList();
    }

    Map<String, Object> problem(String code) {
      return problems.stream()
          .filter(p -> code.equals(p.get("reason_code")))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + code + " in " + problems));
    }

    long sum(String column) {
      return deliveries.stream().mapToLong(d -> (long) d.getOrDefault(column, 0L)).sum();
    }
  }
}
