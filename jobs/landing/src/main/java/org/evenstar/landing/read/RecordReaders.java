package org.evenstar.landing.read;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Source;

/** Opens a file by its source's format, or by what its bytes and name tell. */
public final class RecordReaders {
  private static final int SAMPLE = 1 << 16;

  private final Source source;
  private final HeaderWords words;

  /** Readers for one source. */
  public RecordReaders(Source source, Model model) {
    this.source = source;
    this.words = new HeaderWords(source, model);
  }

  /**
   * An opened file.
   *
   * @param reader its records
   * @param format format it is read as
   * @param encoding encoding it is read in, empty where the format fixes it
   * @param evidence why the encoding is believed
   */
  public record Opened(RecordReader reader, String format, String encoding, String evidence) {}

  /**
   * Opens a file.
   *
   * @param name what the file is called where it was delivered
   * @throws Unreadable when its content is not what the source says, or not safe
   */
  public Opened open(Path file, String name) throws IOException {
    return open(file, name, source.format());
  }

  /** Opens a receipt that came back mended; it is a workbook whatever the source's format. */
  public Opened openReceipt(Path file) throws IOException {
    return new Opened(new HeadedRecords(new XlsxRows(file, "*"), words), "xlsx", "", "");
  }

  private Opened open(Path file, String name, String configured) throws IOException {
    byte[] start = start(file);
    String seen = Format.of(start, name);
    String format = configured.equals("auto") ? seen : configured;
    if (isOther(seen, format)) {
      throw new Unreadable("FILE_WRONG_FORMAT", seen, format);
    }
    Opened opened =
        switch (format) {
          case "xlsx" ->
              plain(new HeadedRecords(new XlsxRows(file, source.xlsx().sheet()), words), format);
          case "parquet" -> plain(new ParquetRecords(file), format);
          case "json", "jsonl" -> json(file, format, start);
          case "csv", "tsv" -> text(file, format, start);
          default -> throw new Unreadable("FILE_WRONG_FORMAT", seen, "xlsx, csv, json or parquet");
        };
    return source.layout().equals("long") && opened.reader() instanceof HeadedRecords
        ? new Opened(
            new LongRecords(opened.reader(), source),
            opened.format(),
            opened.encoding(),
            opened.evidence())
        : opened;
  }

  /** The first bytes of a file; {@code FILE_EMPTY} when there are none. */
  static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(SAMPLE);
      if (start.length == 0) {
        throw new Unreadable("FILE_EMPTY", "0 bytes", "");
      }
      return start;
    }
  }

  /** Binary formats are certain; which kind of text it is, the reader finds out. */
  private static boolean isOther(String seen, String format) {
    boolean isText = seen.equals("csv") || seen.equals("tsv");
    boolean isJson = seen.equals("json") || seen.equals("jsonl");
    return switch (format) {
      case "csv", "tsv" -> !isText;
      case "json", "jsonl" -> !isJson && !isText;
      default -> !seen.equals(format);
    };
  }

  private static Opened plain(RecordReader reader, String format) {
    return new Opened(reader, format, "", "");
  }

  private Encoding encoding(Path file, byte[] start) throws IOException {
    if (!source.encoding().equals("auto")) {
      return Encoding.configured(source.encoding(), start);
    }
    Optional<Encoding> encoding = Encoding.detect(file, start);
    if (encoding.isEmpty()) {
      throw new Unreadable("FILE_ENCODING", "neither UTF-8 nor UTF-16 nor GB18030", "");
    }
    return encoding.get();
  }

  private Opened json(Path file, String format, byte[] start) throws IOException {
    Encoding encoding = encoding(file, start);
    JsonRecords.Opening opening =
        () -> {
          BufferedReader text =
              new BufferedReader(
                  new InputStreamReader(
                      afterMark(file, encoding),
                      encoding
                          .charset()
                          .newDecoder()
                          .onMalformedInput(CodingErrorAction.REPLACE)
                          .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                  SAMPLE);
          return format.equals("json")
              ? new JsonArray(text, source.json().records())
              : new JsonLines(text);
        };
    return new Opened(
        new JsonRecords(opening, source.json()),
        format,
        encoding.charset().name(),
        encoding.evidence());
  }

  private Opened text(Path file, String format, byte[] start) throws IOException {
    Encoding encoding = encoding(file, start);
    String configured = source.delimiter();
    Delimiter delimiter =
        configured != null
            ? new Delimiter(configured.charAt(0), "delimiter configured")
            : Delimiter.detect(
                new String(start, encoding.charset()), format.equals("tsv") ? '\t' : ',');
    CsvRows rows =
        new CsvRows(
            afterMark(file, encoding),
            encoding,
            delimiter.character(),
            endsWithLineBreak(file, encoding));
    return new Opened(
        new HeadedRecords(rows, words),
        format,
        encoding.charset().name(),
        encoding.evidence() + "; " + delimiter.evidence());
  }

  private static InputStream afterMark(Path file, Encoding encoding) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), SAMPLE);
    in.skipNBytes(encoding.markBytes());
    return in;
  }

  private static boolean endsWithLineBreak(Path file, Encoding encoding) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      int width = encoding.charset().name().startsWith("UTF-16") ? 2 : 1;
      bytes.seek(Math.max(0, bytes.length() - width));
      int first = bytes.read();
      int second = bytes.read();
      return first == '\n' || first == '\r' || (width == 2 && (second == '\n' || second == '\r'));
    }
  }
}
