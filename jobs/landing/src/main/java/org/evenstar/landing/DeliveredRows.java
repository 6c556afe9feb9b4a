package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.landing.decode.RegionTable;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.landing.read.Archive;
import org.evenstar.landing.read.RecordReader;
import org.evenstar.landing.read.RecordReaders;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;

/**
 * Delivered rows in the body's own words: the columns that landing reads, scores that records name
 * themselves after them. Columns that nobody has declared or that are personal are left out.
 */
public final class DeliveredRows {
  private final RunConfig config;
  private final LocalDate asOf;
  private final RegionTable regions;

  /** Hears each row. */
  @FunctionalInterface
  public interface Rows {
    /**
     * A row.
     *
     * @param cells text by header, in the file's order
     */
    void row(String sheet, int rowNumber, Map<String, String> cells) throws IOException;
  }

  public DeliveredRows(RunConfig config, LocalDate asOf) {
    this.config = config;
    this.asOf = asOf;
    this.regions = RegionTable.of(config.regionsFile());
  }

  /**
   * Reads a delivery to its end.
   *
   * @param path path below {@code landing/}; inside a zip {@code archive!/member}
   * @param isMended whether it is a receipt that came back
   * @param work folder for what has to be unpacked
   */
  public void read(String path, String sourceId, boolean isMended, Path work, Rows rows)
      throws IOException {
    Source source = config.source(sourceId).orElseThrow();
    int inside = path.indexOf(Delivery.INSIDE);
    Path file = config.landingFolder().resolve(inside < 0 ? path : path.substring(0, inside));
    String member = inside < 0 ? "" : path.substring(inside + Delivery.INSIDE.length());
    Path unpacked = work.resolve("unpacked");
    try {
      Archive archive = new Archive(file);
      if (inside >= 0 || archive.isGzip()) {
        archive.unpack(member, unpacked);
        file = unpacked;
      }
      RecordReaders readers = new RecordReaders(source, config.model());
      RecordReaders.Opened opened = isMended ? readers.openReceipt(file) : readers.open(file, path);
      try (RecordReader reader = opened.reader()) {
        read(reader, source, rows);
      }
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private void read(RecordReader reader, Source source, Rows rows) throws IOException {
    SourceDecoders decoders = new SourceDecoders(config, source, regions, asOf, false);
    Map<Integer, String> headers = Map.of();
    for (RecordReader.Kind kind = reader.next();
        kind != RecordReader.Kind.END;
        kind = reader.next()) {
      if (kind == RecordReader.Kind.HEADER) {
        headers = headers(reader, source, decoders);
      } else if (kind == RecordReader.Kind.ROW) {
        rows.row(reader.sheet(), reader.rowNumber(), cells(reader, headers));
      }
    }
  }

  private Map<Integer, String> headers(
      RecordReader reader, Source source, SourceDecoders decoders) {
    List<String> header = new ArrayList<>();
    for (int i = 0; i < reader.size(); i++) {
      header.add(reader.cell(i));
    }
    HeaderBinding binding = new HeaderBinding(header, source, config.model(), decoders);
    Map<Integer, String> read = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      boolean isOfScore =
          header.get(i).equals(source.scores().itemHeader())
              || header.get(i).equals(source.scores().valueHeader());
      if (binding.isRead(i) && !isOfScore) {
        read.put(i, header.get(i));
      }
    }
    return read;
  }

  private static Map<String, String> cells(RecordReader reader, Map<Integer, String> headers) {
    Map<String, String> cells = new LinkedHashMap<>();
    headers.forEach((place, name) -> cells.put(name, reader.cell(place)));
    for (int i = 0; i < reader.scores(); i++) {
      cells.put(reader.scoreItem(i), reader.scoreValue(i));
    }
    return cells;
  }
}
