package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.evenstar.parquet.ParquetTableReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deliveries name assessors and their telephones; nothing that a run writes does: not the work
 * area, the receipts, the release in any tier, or the site.
 */
class PersonalDataTest {
  private static final Path SIX = Path.of("../../data-samples/six-bodies");
  private static final String ASSESSOR = "虚构评估员";
  private static final Pattern TELEPHONE = Pattern.compile("(?<![0-9])0000000[0-9]{4}(?![0-9])");
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("GB18030"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  @TempDir Path folder;

  @Test
  void noByteOfAnyOutputHoldsAnAssessorsNameOrTelephone() throws IOException {
    Shell shell = new Shell();
    String out = folder.resolve("out").toString();
    assertThat(shell.execute("run", SIX.toString(), "--out", out)).isZero();
    assertThat(shell.execute("check", SIX.toString())).isNotEqualTo(ExitCode.UNEXPECTED);

    assertThat(holding(folder.resolve("out"))).isEmpty();
    assertThat(holds(shell.said + "" + shell.complained)).isFalse();
  }

  /** The search finds them where they are: in workbooks, archives and every encoding delivered. */
  @Test
  void theSearchFindsThemInTheDeliveries() throws IOException {
    assertThat(holding(SIX.resolve("landing")))
        .extracting(file -> SIX.resolve("landing").relativize(file).getName(0).toString())
        .contains("CCID", "CESI", "GLKJ", "HNPT", "SDFN", "WHSZ");
  }

  private static List<Path> holding(Path folder) throws IOException {
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (holds(Files.readAllBytes(file))
            || (file.toString().endsWith(".parquet") && cellsHold(file))) {
          holding.add(file);
        }
      }
    }
    return holding;
  }

  private static boolean holds(byte[] bytes) throws IOException {
    for (Charset charset : CHARSETS) {
      if (holds(new String(bytes, charset))) {
        return true;
      }
    }
    boolean isZip = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
    return isZip && membersHold(bytes);
  }

  private static boolean holds(String text) {
    return text.contains(ASSESSOR) || TELEPHONE.matcher(text).find();
  }

  private static boolean membersHold(byte[] archive) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (holds(zip.readAllBytes())) {
          return true;
        }
      }
    } catch (IOException e) {
      // A delivery that is cut off holds nothing after its end.
      return false;
    }
    return false;
  }

  private static boolean cellsHold(Path parquet) throws IOException {
    try (ParquetTableReader reader = ParquetTableReader.open(parquet)) {
      for (@Nullable Object @Nullable [] row = reader.next(); row != null; row = reader.next()) {
        for (Object cell : row) {
          if (holds(Objects.toString(cell, ""))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
