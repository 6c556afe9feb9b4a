package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenstar.landing.RunFolder.csv;
import static org.evenstar.landing.RunFolder.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetTableWriter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Valid deliveries, damaged at random: nothing crashes or hangs, and every row is accounted for.
 *
 * <p>{@code -Devenstar.fuzz=N} tries N cases a format, {@code -Devenstar.fuzz.seed=S} others.
 */
@Timeout(1800)
class FuzzTest {
  private static final int CASES = Integer.getInteger("evenstar.fuzz", 10_000);
  private static final long SEED = Long.getLong("evenstar.fuzz.seed", 1);
  private static final String[] ITEMS = {"A1.1", "A1.2", "B1.1", "B1.2"};

  enum Shape {
    CSV,
    CSV_GB18030,
    CSV_UTF16,
    TSV,
    JSON,
    JSONL,
    XLSX,
    XLSX_PART,
    PARQUET,
    ZIP,
    GZ;

    String format() {
      return switch (this) {
        case XLSX_PART -> "xlsx";
        case CSV_GB18030, CSV_UTF16, ZIP, GZ -> "csv";
        default -> name().toLowerCase(java.util.Locale.ROOT);
      };
    }

    /** Shapes of one format share its cases. */
    int cases() {
      return switch (this) {
        case XLSX, XLSX_PART, ZIP, GZ -> CASES / 2;
        default -> CASES;
      };
    }

    String extension() {
      return switch (this) {
        case ZIP -> "zip";
        case GZ -> "csv.gz";
        default -> format();
      };
    }
  }

  /**
   * Where a hundred thousand tiny files cost least: in memory, where the system has such a folder.
   */
  static final class InMemory implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long NEEDED_BYTES = 1L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > NEEDED_BYTES
          ? Files.createTempDirectory(MEMORY, "evenstar-fuzz-")
          : Files.createTempDirectory("evenstar-fuzz-");
    }
  }

  @TempDir(factory = InMemory.class)
  Path folder;

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everyRowOfADamagedDeliveryIsAccountedFor(Shape shape) {
    RunFolder run = new RunFolder(folder);
    run.source(
        "\"format\": \"csv\"",
        "\"format\": \""
            + shape.format()
            + "\", \"json\": {\"scores\": \"s\", \"item_key\": \"i\", \"value_key\": \"v\"}");
    byte[] valid = valid(shape, folder);
    Map<String, byte[]> parts = shape == Shape.XLSX_PART ? Zips.members(valid) : Map.of();
    IntStream.range(0, shape.cases())
        .parallel()
        .forEach(
            i -> {
              Mutations mutations = new Mutations(SEED * 1_000_003 + i);
              byte[] damaged = parts.isEmpty() ? mutations.of(valid) : mutations.ofPart(parts);
              run.deliver("A/2024-03/" + i + "." + shape.extension(), damaged);
            });

    RunFolder.Tables tables = run.land(RunFolder.AS_OF, 2);

    accounted(tables, shape);
  }

  private static void accounted(RunFolder.Tables tables, Shape shape) {
    Map<Object, Long> landed = new HashMap<>();
    tables.dossiers.forEach(d -> landed.merge(d.get("file"), 1L, Long::sum));
    Map<Object, Set<Object>> setAside = new HashMap<>();
    Set<Object> stopped = new HashSet<>();
    for (Map<String, Object> problem : tables.problems) {
      if ("QUARANTINE".equals(problem.get("severity"))) {
        setAside
            .computeIfAbsent(problem.get("file"), f -> new HashSet<>())
            .add(problem.get("row_key"));
      } else if ("STOP".equals(problem.get("severity"))) {
        stopped.add(problem.get("file"));
      }
    }
    Set<Object> files = new HashSet<>();
    for (Map<String, Object> delivery : tables.deliveries) {
      Object file = delivery.get("file");
      String which = shape + " case " + file + " seed " + SEED;
      files.add(file.toString().replaceFirst("(?s)!/.*", ""));
      long read = (long) delivery.get("n_read");
      long quarantined = (long) delivery.get("n_quarantined");
      long kept = (long) delivery.get("n_accepted") + (long) delivery.get("n_repaired");
      assertThat(read).as(which).isEqualTo(kept + quarantined);
      assertThat(landed.getOrDefault(file, 0L)).as(which).isEqualTo(kept);
      assertThat(setAside.getOrDefault(file, Set.of())).as(which).hasSize((int) quarantined);
      if (stopped.contains(file)) {
        assertThat(read).as(which).isZero();
      }
    }
    assertThat(files).as("every file has a receipt").hasSize(shape.cases());
  }

  private static byte[] valid(Shape shape, Path folder) {
    String text = csv(row("1"), row("2", "授予星级", "1"), row("3", "名称", "长沙,\"示范\"\n服务中心"), row("4"));
    return switch (shape) {
      case CSV -> text.getBytes(StandardCharsets.UTF_8);
      case CSV_GB18030 -> text.getBytes(Charset.forName("GB18030"));
      case CSV_UTF16 -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_16LE);
      case TSV -> text.replace(',', '\t').getBytes(StandardCharsets.UTF_8);
      case JSON -> json("[", ",\n", "]").getBytes(StandardCharsets.UTF_8);
      case JSONL -> json("", "\n", "\n").getBytes(StandardCharsets.UTF_8);
      case XLSX, XLSX_PART ->
          MessyWorkbooks.workbook(
              workbook -> {
                Worksheet sheet = MessyWorkbooks.sheet(workbook);
                sheet.value(3, 0, 3);
                sheet.range(1, 6, 2, 6).merge();
              });
      case PARQUET -> parquet(folder.resolve("valid.parquet"));
      case ZIP ->
          Zips.zip(
              new String[] {"one.csv", "two.csv"},
              text.getBytes(StandardCharsets.UTF_8),
              csv(row("7")).getBytes(StandardCharsets.UTF_8));
      case GZ -> Zips.gzip(text.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static String json(String start, String between, String end) {
    return start
        + String.join(
            between, JsonDeliveries.dossier("1", ITEMS), JsonDeliveries.dossier("2", ITEMS))
        + end;
  }

  private static byte[] parquet(Path file) {
    List<String> names = List.of(RunFolder.HEADER.split(",", -1));
    List<ParquetColumn> columns =
        names.stream().map(name -> ParquetColumn.nullable(name, ColumnType.TEXT)).toList();
    try {
      try (ParquetTableWriter writer = ParquetTableWriter.create(file, columns, Map.of())) {
        for (String number : List.of("1", "2", "3")) {
          List<String> cells = List.copyOf(RunFolder.cells(number).values());
          for (int i = 0; i < cells.size(); i++) {
            writer.setText(i, cells.get(i).isEmpty() ? null : cells.get(i));
          }
          writer.endRow();
        }
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
