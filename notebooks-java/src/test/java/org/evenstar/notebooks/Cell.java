package org.evenstar.notebooks;

import java.util.ArrayList;
import java.util.List;

/**
 * One cell of a notebook.
 *
 * @param firstLine its first line in the Java source, from 1
 * @param lastLine its last
 * @param outputs what it showed, as HTML
 */
record Cell(boolean isCode, List<String> lines, int firstLine, int lastLine, List<String> outputs) {
  private static final String MARK = "// %%";
  private static final String TEXT = "// %% [markdown]";
  private static final String END = "// %% end";

  /** The cells of a notebook's source, in order; its imports stand after the title. */
  static List<Cell> of(List<String> source) {
    List<Cell> cells = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < source.size(); i++) {
      String line = source.get(i).strip();
      if (line.startsWith(MARK)) {
        if (start >= 0) {
          cells.add(cell(source, start, i));
        }
        start = line.equals(END) ? -1 : i;
      }
    }
    if (start >= 0) {
      throw new IllegalArgumentException("Cannot cut cells: the source lacks a last '" + END + "'");
    }
    cells.add(1, imports(source));
    return cells;
  }

  private static Cell cell(List<String> source, int mark, int end) {
    boolean isCode = !source.get(mark).strip().equals(TEXT);
    List<String> lines = new ArrayList<>();
    for (String line : source.subList(mark + 1, end)) {
      lines.add(isCode ? line.replaceFirst("^ {4}", "") : line.strip().replaceFirst("^// ?", ""));
    }
    return new Cell(isCode, List.copyOf(lines), mark + 2, end, new ArrayList<>());
  }

  private static Cell imports(List<String> source) {
    List<String> lines =
        new ArrayList<>(source.stream().filter(line -> line.startsWith("import ")).toList());
    lines.add("import org.evenstar.notebooks.*;");
    lines.add("");
    lines.add("Page page = Page.in(html -> display(\"text/html\", html));");
    return new Cell(true, List.copyOf(lines), 0, 0, new ArrayList<>());
  }
}
