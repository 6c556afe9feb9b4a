package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenstar.landing.RunFolder.csv;
import static org.evenstar.landing.RunFolder.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.evenstar.landing.read.ReceiptSheet;
import org.evenstar.landing.receipt.Receipt;
import org.evenstar.landing.receipt.ReceiptBook;
import org.evenstar.landing.receipt.ReceiptFiles;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a body gets back, and sends in again. */
class ReceiptTest {
  private static final String FILE = "A/2024-03.csv";

  @TempDir Path folder;

  @Test
  void readIsAcceptedAndRepairedAndQuarantinedAndEveryProblemIsAtItsPlace() throws IOException {
    RunFolder run =
        run(row("1"), row("2", "授予星级", "二星"), row("3", "信用代码", "91350100M000100Y44", "名称", ""));

    JsonNode receipt = json(receipts(run), "A/A_2024-03.csv.json");

    assertThat(Schemas.validate("receipt", "receipt", receipt)).isEmpty();
    assertThat(receipt.get("n_read").asInt()).isEqualTo(3);
    assertThat(receipt.get("n_accepted").asInt()).isEqualTo(1);
    assertThat(receipt.get("n_repaired").asInt()).isEqualTo(1);
    assertThat(receipt.get("n_quarantined").asInt()).isEqualTo(1);
    assertThat(receipt.get("problems").findValuesAsString("reason_code"))
        .containsExactly("CODE_CHECK", "NAME_MISSING", "STAR_WRITTEN");
    JsonNode place = receipt.get("problems").get(0).get("places").get(0);
    assertThat(place.get("row_number").asInt()).isEqualTo(4);
    assertThat(place.get("column").asString()).isEqualTo("信用代码");
    assertThat(place.get("what_to_do").get("en").asString()).isEqualTo("check 91350100M000100Y44");
  }

  @Test
  void theMendedReceiptIsADeliveryThatLeavesNothingInQuarantine() throws IOException {
    RunFolder run = run(row("1"), row("2", "信用代码", "91350100M000100Y44"), row("3", "名称", ""));
    Path receipts = receipts(run);
    byte[] mended =
        mended(
            receipts.resolve("A/A_2024-03.csv.xlsx"),
            Map.of("信用代码", "91350100M000100Y43", "名称", "长沙市示范服务中心"));

    RunFolder.Tables tables = run.deliver("A/mended.xlsx", mended).land();

    assertThat(tables.dossiers)
        .extracting(d -> d.get("dossier_no") + " " + d.get("period"))
        .containsExactlyInAnyOrder("1 2024-03", "2 2024-03", "3 2024-03");
    assertThat(tables.deliveries)
        .filteredOn(d -> d.get("file").equals("A/mended.xlsx"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.get("n_read")).isEqualTo(2L);
              assertThat(d.get("n_quarantined")).isEqualTo(0L);
              assertThat(d.get("mends")).isNotNull();
            });
  }

  static Stream<String> formats() {
    return Stream.of("json", "jsonl", "long");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void scoresThatRecordsNameThemselvesBecomeColumns(String format) throws IOException {
    RunFolder run = new RunFolder(folder);
    String[] items = {"A1.1", "A1.2", "B1.1", "B1.2"};
    String good = JsonDeliveries.dossier("1", items);
    String bad = JsonDeliveries.dossier("2", items).replace("Y43", "Y44");
    String name = "A/2024-03." + (format.equals("long") ? "csv" : format);
    switch (format) {
      case "json" -> keyed(run, "json").deliver(name, "[" + good + ",\n" + bad + "]");
      case "jsonl" -> keyed(run, "jsonl").deliver(name, good + "\n" + bad + "\n");
      default ->
          run.source(
                  "\"layout\": \"wide\"",
                  "\"layout\": \"long\"",
                  "\"scores\": {",
                  "\"scores\": {\"item_header\": \"指标\", \"value_header\": \"得分\", ")
              .deliver(name, longRows());
    }

    Path receipts = receipts(run);
    byte[] mended =
        mended(
            receipts.resolve("A/" + name.replace('/', '_') + ".xlsx"),
            Map.of("信用代码", "91350100M000100Y43"));
    RunFolder.Tables tables = run.deliver("A/mended.xlsx", mended).land();

    assertThat(tables.dossiers).extracting(d -> d.get("dossier_no")).contains("1", "2");
    assertThat(tables.deliveries)
        .filteredOn(d -> d.get("file").equals("A/mended.xlsx"))
        .extracting(d -> d.get("n_quarantined"))
        .containsExactly(0L);
  }

  private static RunFolder keyed(RunFolder run, String format) {
    return run.source(
        "\"format\": \"csv\"",
        "\"format\": \""
            + format
            + "\", \"json\": {\"scores\": \"s\", \"item_key\": \"i\", \"value_key\": \"v\"}");
  }

  private static String longRows() {
    List<String> names = new ArrayList<>(List.of(RunFolder.HEADER.split(",", -1)).subList(0, 15));
    StringBuilder text = new StringBuilder(String.join(",", names) + ",指标,得分\n");
    for (String number : List.of("1", "2")) {
      Map<String, String> cells = RunFolder.cells(number);
      if (number.equals("2")) {
        cells.put("信用代码", "91350100M000100Y44");
      }
      String start = String.join(",", names.stream().map(cells::get).toList());
      for (String item : List.of("A1.1", "A1.2", "B1.1", "B1.2")) {
        text.append(start).append(',').append(item).append(",部分满足\n");
      }
    }
    return text.toString();
  }

  @Test
  void personalAndUndeclaredColumnsAreNotSentBack() throws IOException {
    RunFolder run = new RunFolder(folder).source();
    run.deliver(FILE, RunFolder.HEADER + ",邮箱\n" + row("1", "名称", "") + ",someone@example.org\n");

    Path receipts = receipts(run);

    for (String part : List.of("A/A_2024-03.csv.json", "A/A_2024-03.csv.zh.html")) {
      assertThat(Files.readString(receipts.resolve(part)))
          .doesNotContain("李四")
          .doesNotContain("someone@");
    }
    assertThat(cells(receipts.resolve("A/A_2024-03.csv.xlsx")).toString())
        .contains("信用代码")
        .doesNotContain("李四")
        .doesNotContain("评估员")
        .doesNotContain("someone@");
  }

  @Test
  void whatLooksLikeAFormulaOrMarkupStaysText() throws IOException {
    RunFolder run = run(row("1", "名称", "=HYPERLINK(\"x\")", "类别", "<script>alert(1)</script>"));

    Path receipts = receipts(run);

    try (ZipFile zip = new ZipFile(receipts.resolve("A/A_2024-03.csv.xlsx").toFile())) {
      String sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);
      assertThat(sheet).doesNotContain("<f>");
    }
    assertThat(Files.readString(receipts.resolve("A/A_2024-03.csv.en.html")))
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void aStoppedFileAnEmptyOneAndMissingMonthsAreToldInTheIndex() throws IOException {
    RunFolder run = new RunFolder(folder).source().deliver(FILE, "");
    run.write(
        "run.json",
        RunFolder.text("run.json")
            .replace("\"due_day\"", "\"first_period\": \"2024-04\", \"due_day\""));

    Path receipts = receipts(run);

    JsonNode index = json(receipts, "A/index.json");
    assertThat(Schemas.validate("receipt_index", "index", index)).isEmpty();
    assertThat(index.get("deliveries").get(0).get("is_stopped").asBoolean()).isTrue();
    assertThat(index.get("absences").findValuesAsString("reason_code"))
        .containsExactly("DELIVERY_MISSING", "DELIVERY_LATE");
    assertThat(Files.readString(receipts.resolve("A/index.zh.html")))
        .contains("逾期与缺失的交付")
        .contains("整个文件未被接收");
  }

  @Test
  void theSameDeliveriesGiveTheSameBytes() throws IOException {
    RunFolder run = run(row("1"), row("2", "名称", ""));

    Map<String, Integer> first = hashes(receipts(run));
    run.work(folder.resolve("work2"));

    assertThat(hashes(receipts(run))).isEqualTo(first);
  }

  private RunFolder run(String... rows) {
    return new RunFolder(folder).source().deliver(FILE, csv(rows));
  }

  private Path receipts(RunFolder run) throws IOException {
    Path to = folder.resolve("out/receipts");
    Files.createDirectories(to.getParent());
    ReceiptBook book = ReceiptBook.of(run.land().result);
    for (Receipt receipt : book.receipts()) {
      assertThat(receipt.read())
          .isEqualTo(receipt.accepted() + receipt.repaired() + receipt.quarantined());
    }
    new ReceiptFiles(run.config(), RunFolder.AS_OF, folder.resolve("spare")).write(book, to);
    return to;
  }

  private static JsonNode json(Path receipts, String file) throws IOException {
    return Json.MAPPER.readTree(Files.readString(receipts.resolve(file)));
  }

  private static List<List<String>> cells(Path workbook) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook in = new ReadableWorkbook(workbook.toFile())) {
      for (Row row : in.getFirstSheet().read()) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          cells.add(row.getCellText(i));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /** The workbook as a person sends it back: some columns filled in, all else as it is. */
  private static byte[] mended(Path workbook, Map<String, String> by) throws IOException {
    List<List<String>> rows = cells(workbook);
    Map<String, String> marks = new TreeMap<>();
    try (ReadableWorkbook in = new ReadableWorkbook(workbook.toFile())) {
      Sheet sheet = in.findSheet(ReceiptSheet.NAME).orElseThrow();
      for (Row row : sheet.read()) {
        marks.put(row.getCellText(0), row.getCellText(1));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook copy = new Workbook(out, "office", "1.0")) {
      Worksheet sheet = copy.newWorksheet("mended");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          String own = rows.get(r).get(c);
          sheet.value(r, c, r == 0 ? own : by.getOrDefault(rows.get(0).get(c), own));
        }
      }
      Worksheet hidden = copy.newWorksheet(ReceiptSheet.NAME);
      int next = 0;
      for (Map.Entry<String, String> mark : marks.entrySet()) {
        hidden.value(next, 0, mark.getKey());
        hidden.value(next++, 1, mark.getValue());
      }
    }
    return out.toByteArray();
  }

  private static Map<String, Integer> hashes(Path receipts) throws IOException {
    Map<String, Integer> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(receipts)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  hashes.put(
                      receipts.relativize(file).toString(),
                      java.util.Arrays.hashCode(Files.readAllBytes(file)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return hashes;
  }
}
