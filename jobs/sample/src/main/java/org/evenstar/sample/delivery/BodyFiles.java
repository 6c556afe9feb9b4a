package org.evenstar.sample.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One body's delivery of one month, in as many files as it takes; a file is opened when its first
 * row comes, so a month without rows has none.
 */
public final class BodyFiles implements Closeable {
  /** Byte-order mark. */
  private static final String MARK = "\uFEFF";

  private static final int MOST_ROWS = 100_000;
  private static final int MOST_SHEET_ROWS = 5_000;

  private final Path landing;
  private final Layout layout;
  private final String period;
  private final String stem;
  private final boolean isMessy;
  private final List<RowNote> notes = new ArrayList<>();
  private @Nullable DeliveryWriter writer;
  private String file = "";
  private int part;
  private int rows;

  /**
   * @param landing the folder of deliveries
   * @param period the folder of the month, as yyyy-MM
   * @param stem start of the files' names
   * @param isMessy whether tables carry rows that are no dossiers
   */
  public BodyFiles(Path landing, Layout layout, String period, String stem, boolean isMessy) {
    this.landing = landing;
    this.layout = layout;
    this.period = period;
    this.stem = stem;
    this.isMessy = isMessy;
  }

  /** Writes a row, in a new file when the present one is full. */
  public Spot write(DeliveryRow row) throws IOException {
    DeliveryWriter open = writer == null ? open() : writer;
    int rowNumber = open.write(row);
    rows++;
    Spot spot = new Spot(file, open.sheet(), rowNumber);
    if (rows >= mostRows()) {
      close();
    }
    return spot;
  }

  /** Sees to it that so many rows go to one file. */
  public void keepTogether(int count) throws IOException {
    if (rows + count > mostRows()) {
      close();
    }
  }

  private int mostRows() {
    return layout.source().format().equals("xlsx") ? MOST_SHEET_ROWS : MOST_ROWS;
  }

  private DeliveryWriter open() throws IOException {
    String body = Objects.requireNonNull(layout.source().body().id());
    part++;
    file =
        String.format(
            Locale.ROOT, "%s/%s/%s-%02d.%s", body, period, stem, part, layout.source().format());
    Path path = landing.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    DeliveryWriter opened = writer(path, body);
    writer = opened;
    rows = 0;
    return opened;
  }

  private DeliveryWriter writer(Path path, String body) throws IOException {
    return switch (layout.source().format()) {
      case "xlsx" -> new XlsxDelivery(path, layout, period, isMessy);
      case "json" -> new JsonDelivery(path, layout, period);
      case "jsonl" -> new JsonLinesDelivery(path, layout);
      case "parquet" -> new ParquetDelivery(path, layout);
      default ->
          body.equals("CESI")
              ? new CsvDelivery(path, Charset.forName("GB18030"), "", layout.columns(), false)
              : new CsvDelivery(path, StandardCharsets.UTF_8, MARK, layout.columns(), isMessy);
    };
  }

  /** What was written beside dossiers; complete when closed. */
  public List<RowNote> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
      for (RowNote note : writer.notes()) {
        Spot spot = new Spot(file, note.spot().sheet(), note.spot().rowNumber());
        notes.add(new RowNote(spot, note.column(), note.reasonCode()));
      }
      writer = null;
    }
  }
}
