package org.evenstar.landing.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.landing.read.RecordReader;
import org.evenstar.landing.read.RecordReaders;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Source;

/**
 * The first rows of files of one shape.
 *
 * @param columns by header, in file order
 * @param scores texts of scores that records name themselves, by item
 */
record FileSample(
    String format,
    String encoding,
    String encodingEvidence,
    Map<String, ColumnSample> columns,
    Map<String, ColumnSample> scores,
    int rows) {
  private static final int READ_ROWS = 2_000;

  static FileSample of(List<Path> files, Source shape, Model model) throws IOException {
    Map<String, ColumnSample> columns = new LinkedHashMap<>();
    Map<String, ColumnSample> scores = new LinkedHashMap<>();
    String format = "";
    String encoding = "";
    String evidence = "";
    int rows = 0;
    for (Path file : files) {
      String name = file.getFileName().toString();
      RecordReaders.Opened opened = new RecordReaders(shape, model).open(file, name);
      try (RecordReader reader = opened.reader()) {
        rows += read(reader, columns, scores);
      }
      format = opened.format();
      encoding = opened.encoding();
      evidence = opened.evidence();
    }
    return new FileSample(format, encoding, evidence, columns, scores, rows);
  }

  private static int read(
      RecordReader reader, Map<String, ColumnSample> columns, Map<String, ColumnSample> scores)
      throws IOException {
    List<ColumnSample> present = new ArrayList<>();
    int rows = 0;
    for (RecordReader.Kind kind = reader.next();
        kind != RecordReader.Kind.END && rows < READ_ROWS;
        kind = reader.next()) {
      if (kind == RecordReader.Kind.HEADER) {
        present.clear();
        for (int i = 0; i < reader.size(); i++) {
          present.add(columns.computeIfAbsent(reader.cell(i), ColumnSample::new));
        }
      } else if (kind == RecordReader.Kind.ROW) {
        rows++;
        for (int i = 0; i < present.size(); i++) {
          present.get(i).add(reader.cell(i));
        }
        for (int i = 0; i < reader.scores(); i++) {
          scores.computeIfAbsent(reader.scoreItem(i), ColumnSample::new).add(reader.scoreValue(i));
        }
      }
    }
    return rows;
  }
}
