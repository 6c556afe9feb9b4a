package org.evenstar.notebooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a notebook as Jupyter does, from its Java source and what its run showed. */
final class NotebookFile {
  private static final Path SOURCES = Path.of("src/main/java/org/evenstar/notebooks");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private NotebookFile() {}

  /** The file of a notebook: {@code N1ReadARelease} is {@code 1-read-a-release.ipynb}. */
  static Path of(Class<? extends Notebook> notebook) {
    String name = notebook.getSimpleName().substring(1).replaceAll("([A-Z])", "-$1");
    return Path.of(name.toLowerCase(Locale.ROOT) + ".ipynb");
  }

  /** Runs a notebook; its cells with what each showed. */
  static List<Cell> run(Notebook notebook) throws IOException {
    Path source = SOURCES.resolve(notebook.getClass().getSimpleName() + ".java");
    List<Cell> cells = Cell.of(Files.readAllLines(source, StandardCharsets.UTF_8));
    notebook.run(
        Page.recorded(
            (html, line) ->
                cells.stream()
                    .filter(cell -> cell.firstLine() <= line && line <= cell.lastLine())
                    .findFirst()
                    .orElseThrow()
                    .outputs()
                    .add(html)));
    return cells;
  }

  static String json(List<Cell> cells) {
    List<Object> out = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("cell_type", cell.isCode() ? "code" : "markdown");
      json.put("id", "cell-" + (i + 1));
      json.put("metadata", Map.of());
      if (cell.isCode()) {
        count++;
        json.put("execution_count", count);
        json.put("outputs", cell.outputs().stream().map(NotebookFile::output).toList());
      }
      json.put("source", lines(String.join("\n", cell.lines())));
      out.add(json);
    }
    Map<String, Object> notebook = new LinkedHashMap<>();
    notebook.put("cells", out);
    notebook.put("metadata", metadata());
    notebook.put("nbformat", 4);
    notebook.put("nbformat_minor", 5);
    return MAPPER.writeValueAsString(notebook).replace("\r\n", "\n") + "\n";
  }

  private static Map<String, Object> metadata() {
    Map<String, Object> kernel = new LinkedHashMap<>();
    kernel.put("display_name", "Evenstar (Java)");
    kernel.put("language", "java");
    kernel.put("name", "evenstar");
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kernelspec", kernel);
    out.put("language_info", Map.of("name", "java"));
    return out;
  }

  private static Map<String, Object> output(String html) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("data", Map.of("text/html", lines(html)));
    out.put("metadata", Map.of());
    out.put("output_type", "display_data");
    return out;
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
  }
}
