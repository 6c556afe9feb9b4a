import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.landing.LandingResult;
import org.evenstar.parquet.ParquetTableReader;
import org.evenstar.sample.SampleGenerator;
import org.evenstar.sample.SampleOptions;
import org.evenstar.sample.SampleOptions.Planting;
import org.evenstar.schemas.config.RunConfig;

/**
 * Landing beside bare readers of the same file, one thread each; {@code landing.sh} says how it is
 * run.
 *
 * <pre>
 * make-narrow FOLDER MEGABYTES    a food hygiene run with one clean UTF-8 file
 * make-wide FOLDER MEGABYTES      a six-bodies run with one clean UTF-8 file of a body with 100 scores a row
 * make-gb18030 FOLDER MEGABYTES   the same in GB18030
 * make-xlsx FOLDER ROWS           a six-bodies run with one clean workbook
 * land FOLDER                     lands it
 * duckdb FOLDER                   reads its CSV file into a table, nothing else
 * fastexcel FOLDER                reads the text of every cell of its workbook, nothing else
 * </pre>
 *
 * What is measured prints one line: seconds, CPU seconds, peak memory in MB.
 */
public final class LandingBench {
  private static final int BATCH_ROWS = 1_000;

  private LandingBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "make-narrow" -> narrow(folder, Long.parseLong(args[2]) << 20);
      case "make-wide" -> wide(folder, Long.parseLong(args[2]) << 20, StandardCharsets.UTF_8);
      case "make-gb18030" ->
          wide(folder, Long.parseLong(args[2]) << 20, Charset.forName("GB18030"));
      case "make-xlsx" -> xlsx(folder, Integer.parseInt(args[2]));
      case "land" -> measure(() -> land(folder));
      case "duckdb" -> measure(() -> duckdb(only(folder)));
      case "fastexcel" -> measure(() -> fastexcel(only(folder)));
      default -> throw new IllegalArgumentException("Cannot run '" + args[0] + "': no such case");
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private static void measure(Work work) throws Exception {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long started = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - started) / 1e9;
    double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
    System.out.printf(Locale.ROOT, "%.2f %.2f %d%n", seconds, cpuSeconds, peakMegabytes());
  }

  /** The most memory the process ever held; 0 where the system does not tell. */
  private static long peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    return !Files.exists(status)
        ? 0
        : Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
            .findFirst()
            .orElse(0);
  }

  private static void land(Path folder) throws IOException {
    RunConfig config = RunConfig.load(folder);
    Path work = Files.createDirectories(folder.resolve("work"));
    LandingResult result =
        new Landing(
                config,
                config.landingFolder(),
                work,
                new LandingOptions(1, config.run().asOf()),
                path -> {})
            .land();
    for (Path deliveries : result.files("delivery")) {
      requireClean(deliveries);
    }
  }

  /** A file that was set aside, or rows that were, would make a figure of nothing. */
  private static void requireClean(Path deliveries) throws IOException {
    try (ParquetTableReader reader = ParquetTableReader.open(deliveries)) {
      int read = reader.columns().indexOf("n_read");
      int accepted = reader.columns().indexOf("n_accepted");
      for (Object[] row = reader.next(); row != null; row = reader.next()) {
        if (row[read].equals(0L) || !row[read].equals(row[accepted])) {
          throw new IllegalStateException(
              "Cannot measure: of " + row[read] + " rows " + row[accepted] + " are accepted");
        }
      }
    }
  }

  private static void duckdb(Path csv) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("set threads = 1");
      sql.execute(
          "create table delivered as select * from read_csv('"
              + csv
              + "', header = true, quote = '\"', escape = '\"', all_varchar = true)");
    }
  }

  private static void fastexcel(Path xlsx) throws IOException {
    long characters = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(xlsx.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        for (int i = 0; i < row.getCellCount(); i++) {
          Cell cell = row.getCell(i);
          characters += cell == null ? 0 : cell.getText().length();
        }
      }
    }
    if (characters == 0) {
      throw new IllegalStateException("Cannot measure '" + xlsx + "': it is empty");
    }
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("landing"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private static void narrow(Path folder, long bytes) throws IOException {
    Path sample = Path.of("data-samples/food-hygiene");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json") || isTable(f)).toList()) {
        Path target = folder.resolve(sample.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(sample.resolve("landing/529.csv")));
    lines.removeIf(line -> line.contains(",,"));
    Files.createDirectories(folder.resolve("landing"));
    repeat(lines, "", bytes, StandardCharsets.UTF_8, folder.resolve("landing/529.csv"));
  }

  private static boolean isTable(Path file) {
    return file.toString().endsWith(".csv") && file.toString().contains("config");
  }

  private static void wide(Path folder, long bytes, Charset charset) throws IOException {
    Path csv = sampleOf(folder, "WHSZ");
    List<String> lines = new ArrayList<>(Files.readAllLines(csv));
    String header = lines.remove(0).replace("\uFEFF", "");
    // A row of several lines cannot be repeated line by line.
    lines.removeIf(line -> !line.startsWith("WH-") || line.contains("\""));
    lines.add(0, header);
    repeat(lines, "WH-2024-", bytes, charset, csv);
  }

  /** The rows again and again, each with a number of its own in its first cell. */
  private static void repeat(
      List<String> lines, String prefix, long bytes, Charset charset, Path to) throws IOException {
    try (BufferedWriter out =
        new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(to), charset), 1 << 16)) {
      out.write(lines.get(0) + "\n");
      long written = 0;
      for (int number = 1; written < bytes; number++) {
        String line = lines.get(1 + number % (lines.size() - 1));
        String row = prefix + (10_000_000 + number) + line.substring(line.indexOf(',')) + "\n";
        out.write(row);
        written += row.getBytes(StandardCharsets.UTF_8).length;
      }
    }
  }

  private static void xlsx(Path folder, int rows) throws IOException {
    Path xlsx = sampleOf(folder, "CCID");
    List<Row> pattern;
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(xlsx.toFile(), new ReadingOptions(true, true))) {
      pattern = workbook.getFirstSheet().read();
    }
    int first = 0;
    while (!pattern.get(first).getCellText(0).startsWith("CC-")) {
      first++;
    }
    List<Row> dossiers =
        pattern.stream().filter(row -> row.getCellText(0).startsWith("CC-")).toList();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(xlsx));
        Workbook workbook = new Workbook(out, "bench", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("上半月");
      for (int i = 0; i < first; i++) {
        put(sheet, i, pattern.get(i));
      }
      for (int i = 0; i < rows; i++) {
        put(sheet, first + i, dossiers.get(i % dossiers.size()));
        sheet.value(first + i, 0, "CC-2024-" + (10_000_000 + i));
        if (i % BATCH_ROWS == 0) {
          sheet.flush();
        }
      }
    }
  }

  private static void put(Worksheet sheet, int place, Row row) {
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      if (cell != null && cell.getType() == CellType.NUMBER) {
        sheet.value(place, i, cell.asNumber());
        if (cell.getDataFormatString() != null) {
          sheet.style(place, i).format(cell.getDataFormatString()).set();
        }
      } else if (cell != null && !cell.getText().isEmpty()) {
        sheet.value(place, i, cell.getText());
      }
    }
  }

  /** A run of one month without messes; of its deliveries only one body's first file is left. */
  private static Path sampleOf(Path folder, String body) throws IOException {
    SampleGenerator.generate(new SampleOptions(600, 1, 1, Planting.NONE, Planting.NONE), folder);
    Path kept = null;
    try (Stream<Path> files = Files.walk(folder.resolve("landing"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (kept == null && file.toString().contains("/" + body + "/")) {
          kept = file;
        } else {
          Files.delete(file);
        }
      }
    }
    if (kept == null) {
      throw new IllegalStateException("Cannot find a delivery of '" + body + "' in " + folder);
    }
    return kept;
  }
}
