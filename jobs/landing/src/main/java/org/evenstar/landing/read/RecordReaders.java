package org.evenstar.landing.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenstar.schemas.config.Source;

/** Opens a file by its source's format, or by what its bytes and name tell. */
public final class RecordReaders {
  private static final int SAMPLE = 1 << 16;

  private RecordReaders() {}

  /**
   * An opened file.
   *
   * @param reader its records
   * @param format format it is read as
   * @param encoding encoding it is read in, empty where the format fixes it
   * @param evidence why the encoding is believed
   */
  public record Opened(RecordReader reader, String format, String encoding, String evidence) {}

  /** A file that cannot be read; the reason code and what was seen. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reasonCode;

    public Unreadable(String reasonCode, String seen) {
      super(seen);
      this.reasonCode = reasonCode;
    }

    /** Code of the reason catalogue. */
    public String reasonCode() {
      return reasonCode;
    }
  }

  /**
   * Opens a file.
   *
   * @throws Unreadable when its content is not what the source says, or not safe
   */
  public static Opened open(Path file, Source source) throws IOException, Unreadable {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(SAMPLE);
    }
    if (start.length == 0) {
      throw new Unreadable("FILE_EMPTY", "0 bytes");
    }
    String format = source.format().equals("auto") ? formatOf(file) : source.format();
    return switch (format) {
      case "csv", "tsv" -> text(file, source, format, start);
      default -> throw new Unreadable("FILE_WRONG_FORMAT", format);
    };
  }

  private static String formatOf(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
  }

  private static Opened text(Path file, Source source, String format, byte[] start)
      throws IOException, Unreadable {
    Optional<Encoding> encoding =
        source.encoding().equals("auto")
            ? Encoding.detect(start)
            : Optional.of(Encoding.configured(source.encoding(), start));
    if (encoding.isEmpty()) {
      throw new Unreadable("FILE_ENCODING", "neither UTF-8 nor GB18030");
    }
    String configured = source.delimiter();
    char delimiter = configured != null ? configured.charAt(0) : format.equals("tsv") ? '\t' : ',';
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), SAMPLE);
    in.skipNBytes(encoding.get().markBytes());
    return new Opened(
        new CsvRecords(in, encoding.get(), delimiter),
        format,
        encoding.get().charset().name(),
        encoding.get().evidence());
  }
}
