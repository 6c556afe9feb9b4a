package org.evenstar.landing;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.evenstar.landing.read.RecordReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Keeps what arrived, by its hash. A file all of whose columns are read is kept as it is; of any
 * other only the columns that landing reads are kept, as JSON Lines, so that names and telephone
 * numbers of assessors are stored nowhere.
 */
final class ArchiveCopy implements Closeable {
  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private final Path place;
  private final boolean hasPersonal;
  private @Nullable JsonGenerator json;
  private @Nullable Path beside;
  private List<Integer> kept = List.of();

  /**
   * @param folder the archive
   * @param file the delivered file
   * @param hasPersonal whether its source has personal columns
   */
  ArchiveCopy(Path folder, Path file, String sha256, boolean hasPersonal) {
    this.file = file;
    this.place = folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    this.hasPersonal = hasPersonal;
  }

  /** Begins a copy of the columns that are read, unless the whole file may be kept. */
  void header(List<String> header, HeaderBinding binding) throws IOException {
    if (!hasPersonal && !binding.hasUnknown && json == null) {
      return;
    }
    if (json == null) {
      Files.createDirectories(place.getParent());
      beside =
          place.resolveSibling("." + place.getFileName() + "." + Thread.currentThread().getId());
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16);
      json = JSON.createGenerator(ObjectWriteContext.empty(), new Fast(out));
    }
    kept = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (binding.isRead(i)) {
        kept.add(i);
      }
    }
    json.writeStartObject();
    json.writeArrayPropertyStart("header");
    for (int column : kept) {
      json.writeString(header.get(column));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Keeps a row. */
  void row(RecordReader row) {
    if (json == null) {
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("sheet", row.sheet());
    json.writeNumberProperty("row", row.rowNumber());
    json.writeArrayPropertyStart("cells");
    for (int column : kept) {
      json.writeString(row.cell(column));
    }
    json.writeEndArray();
    if (row.scores() > 0) {
      json.writeArrayPropertyStart("scores");
      for (int i = 0; i < row.scores(); i++) {
        json.writeString(row.scoreItem(i));
        json.writeString(row.scoreValue(i));
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Puts the copy into its place; without this nothing is kept. */
  void keep() throws IOException {
    String name = place.getFileName().toString();
    if (json == null) {
      if (!Files.exists(place)) {
        Files.createDirectories(place.getParent());
        Path copy = place.resolveSibling("." + name + "." + Thread.currentThread().getId());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
      }
      return;
    }
    json.close();
    json = null;
    Files.move(
        Objects.requireNonNull(beside),
        place.resolveSibling(name + ".jsonl.gz"),
        StandardCopyOption.ATOMIC_MOVE);
    beside = null;
  }

  @Override
  public void close() throws IOException {
    if (json != null) {
      json.close();
    }
    if (beside != null) {
      Files.deleteIfExists(beside);
    }
  }

  /** gzip at its fastest. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * Closes the file even when its last bytes cannot be written, which the super class does not.
     */
    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        out.close();
      }
    }
  }
}
