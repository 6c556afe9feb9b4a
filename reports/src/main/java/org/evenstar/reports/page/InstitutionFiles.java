package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenstar.reports.ReportException;
import org.evenstar.reports.release.CsvDataset;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads the institution tier one institution at a time: its files are sorted by institution, so
 * they are merged like sorted lists, and memory holds one institution whatever their number.
 */
final class InstitutionFiles {
  private static final String KEY = "institution_code";

  private InstitutionFiles() {}

  static void forEach(Release release, Consumer<InstitutionFile> consumer) {
    try (CsvDataset groups = release.stream("peer_group").orElse(null);
        Cursor standing = new Cursor(release.stream("standing"));
        Cursor next = new Cursor(release.stream("next_star"));
        Cursor scores = new Cursor(release.stream("own_score"));
        Cursor nearest = new Cursor(release.stream("nearest_institution"));
        Cursor changes = new Cursor(release.stream("standing_change"))) {
      String last = "";
      while (groups != null && groups.hasNext()) {
        Row group = groups.next();
        String code = group.text(KEY);
        if (code.compareTo(last) < 0) {
          throw new ReportException(
              "Cannot read peer_group: '"
                  + code
                  + "' stands after '"
                  + last
                  + "'; the institution tier must be sorted by institution_code");
        }
        last = code;
        consumer.accept(
            new InstitutionFile(
                code,
                group,
                standing.of(code),
                next.of(code),
                scores.of(code),
                nearest.of(code),
                changes.of(code)));
      }
    }
  }

  /** A sorted dataset that is read forward only. */
  private static final class Cursor implements AutoCloseable {
    private final @Nullable CsvDataset rows;
    private @Nullable Row ahead;

    Cursor(Optional<CsvDataset> rows) {
      this.rows = rows.orElse(null);
      advance();
    }

    List<Row> of(String code) {
      List<Row> out = new ArrayList<>();
      for (Row row = ahead; row != null && row.text(KEY).compareTo(code) <= 0; row = ahead) {
        if (row.is(KEY, code)) {
          out.add(row);
        }
        advance();
      }
      return out;
    }

    private void advance() {
      ahead = rows != null && rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() {
      if (rows != null) {
        rows.close();
      }
    }
  }
}
