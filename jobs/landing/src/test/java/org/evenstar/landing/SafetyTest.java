package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenstar.landing.RunFolder.csv;
import static org.evenstar.landing.RunFolder.row;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile files are refused with what is wrong, and the files beside them land. */
class SafetyTest {
  private static final String GOOD = "A/2024-02.csv";

  @TempDir Path folder;

  @Test
  void aZipThatUnpacksToFarTooMuchIsRefused() throws IOException {
    Path bomb = landing("A/2024-03.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("bomb.csv"));
      repeat(zip, new byte[1 << 20], 512);
      zip.closeEntry();
    }

    refused(bomb, "FILE_UNSAFE", "unpacks to more than");
  }

  @Test
  void aGzThatUnpacksToFarTooMuchIsRefused() throws IOException {
    Path bomb = landing("A/2024-03.csv.gz");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      repeat(gzip, new byte[1 << 20], 512);
    }

    refused(bomb, "FILE_UNSAFE", "unpacks to more than");
  }

  @Test
  void aMemberThatLeadsOutOfTheArchiveIsRefusedAndNothingIsWrittenThere() throws IOException {
    Path slip = landing("A/2024-03.zip");
    Files.write(slip, Zips.zip("../../../slipped.csv", bytes(csv(row("1")))));

    refused(slip, "FILE_UNSAFE", "leads out of the archive");

    assertThat(folder.resolve("slipped.csv")).doesNotExist();
    assertThat(folder.getParent().resolve("slipped.csv")).doesNotExist();
  }

  @Test
  void anEntityBombInAWorkbookIsRefused() throws IOException {
    StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 12; i++) {
      entities.append("<!ENTITY a").append(i).append(" \"");
      entities.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    String bomb = entities.append("]>").toString();

    refused(workbook(xml -> xml.replaceFirst("\\?>", "?>" + bomb).replace("三月", "&a11;三月")));
  }

  @Test
  void anExternalEntityInAWorkbookIsNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET-TEXT");
    String entity = "<!DOCTYPE x [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>";

    RunFolder.Tables tables =
        refused(workbook(xml -> xml.replaceFirst("\\?>", "?>" + entity).replace("长沙市", "&s;")));

    assertThat(tables.problems.toString() + tables.dossiers).doesNotContain("SECRET-TEXT");
  }

  @Test
  void tenMillionColumnsAreRefused() throws IOException {
    Path wide = landing("A/2024-03.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(wide))) {
      out.write(bytes(RunFolder.HEADER + "\n"));
      for (int i = 0; i < 10_000_000; i++) {
        out.write(',');
      }
      out.write('\n');
    }

    refused(wide);
  }

  @Test
  void aHeaderOfTenMillionColumnsIsRefused() throws IOException {
    Path wide = landing("A/2024-03.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(wide))) {
      out.write(bytes(RunFolder.HEADER));
      for (int i = 0; i < 10_000_000; i++) {
        out.write(',');
      }
      out.write('\n');
    }

    refused(wide);
  }

  @Test
  void aCellOfAHundredMegabytesIsRefused() throws IOException {
    Path large = landing("A/2024-03.csv");
    try (OutputStream out = Files.newOutputStream(large)) {
      out.write(bytes(RunFolder.HEADER + "\n1,1,,\""));
      byte[] block = new byte[1 << 20];
      java.util.Arrays.fill(block, (byte) 'x');
      repeat(out, block, 100);
      out.write(bytes("\"\n"));
    }

    refused(large);
  }

  @Test
  void aTextOfAHundredMegabytesInJsonIsRefused() throws IOException {
    Path large = landing("A/2024-03.json");
    try (OutputStream out = Files.newOutputStream(large)) {
      out.write(bytes("[{\"编号\": \""));
      byte[] block = new byte[1 << 20];
      java.util.Arrays.fill(block, (byte) 'x');
      repeat(out, block, 100);
      out.write(bytes("\"}]"));
    }

    refusedAs("json", large);
  }

  @Test
  void aMillionLevelsOfJsonAreRefused() throws IOException {
    Path deep = landing("A/2024-03.json");
    Files.writeString(deep, "[{\"编号\": " + "[".repeat(1_000_000));

    refusedAs("json", deep);
  }

  @Test
  void aMillionLevelsInALineOfJsonAreRefusedOrQuarantined() throws IOException {
    Path deep = landing("A/2024-03.jsonl");
    Files.writeString(deep, "{\"编号\": " + "[".repeat(1_000_000) + "\n");

    RunFolder.Tables tables = keyed("jsonl").land();

    assertThat(tables.codes()).containsAnyOf("FILE_UNSAFE", "ROW_BROKEN", "HEADER_MISSING");
    assertThat(tables.dossiers).isEmpty();
  }

  @Test
  void aFileOfNulBytesIsRefused() throws IOException {
    Path nul = landing("A/2024-03.csv");
    Files.write(nul, new byte[4 << 20]);

    refused(nul);
  }

  @Test
  void aTextFileThatIsAParquetByNameOnlyIsRefused() throws IOException {
    Path lie = landing("A/2024-03.parquet");
    Files.writeString(lie, "PAR1" + "x".repeat(1000) + "PAR1");

    refusedAs("parquet", lie);
  }

  private Path landing(String path) throws IOException {
    Path file = folder.resolve("landing").resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  private RunFolder.Tables refused(Path file) {
    return refused(file, "", "");
  }

  private RunFolder.Tables refused(Path file, String code, String said) {
    boolean isWorkbook = file.toString().endsWith(".xlsx");
    RunFolder run = new RunFolder(folder);
    if (isWorkbook) {
      run.source("\"format\": \"csv\"", "\"format\": \"auto\"");
    } else {
      run.source();
    }
    RunFolder.Tables tables = run.deliver(GOOD, csv(row("1", "评估日期", "2024-02-05"))).land();
    stopped(tables, file, code, said);
    assertThat(tables.dossiers).extracting(d -> d.get("file")).containsExactly(GOOD);
    return tables;
  }

  private void refusedAs(String format, Path file) {
    stopped(keyed(format).land(), file, "", "");
  }

  private RunFolder keyed(String format) {
    return new RunFolder(folder)
        .source(
            "\"format\": \"csv\"",
            "\"format\": \""
                + format
                + "\", \"json\": {\"scores\": \"s\", \"item_key\": \"i\", \"value_key\": \"v\"}");
  }

  private static void stopped(RunFolder.Tables tables, Path file, String code, String said) {
    assertThat(tables.problems)
        .filteredOn(p -> "STOP".equals(p.get("severity")))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.get("file").toString()).contains(file.getFileName().toString());
              assertThat(p.get("reason_code").toString()).contains(code);
              assertThat(p.get("value").toString()).contains(said);
            });
  }

  /** A valid workbook with the text of its parts changed. */
  private Path workbook(UnaryOperator<String> change) throws IOException {
    Path file = landing("A/2024-03.xlsx");
    Map<String, byte[]> parts = Zips.members(MessyWorkbooks.workbook(MessyWorkbooks::sheet));
    parts.replaceAll(
        (name, bytes) -> bytes(change.apply(new String(bytes, StandardCharsets.UTF_8))));
    Files.write(file, Zips.zip(parts));
    return file;
  }

  private static void repeat(OutputStream out, byte[] block, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      out.write(block);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
