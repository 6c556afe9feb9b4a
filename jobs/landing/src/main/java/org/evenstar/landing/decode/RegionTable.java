package org.evenstar.landing.decode;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Region codes and names. The built-in table is GB/T 2260 with its history; {@code
 * config/regions.csv} (region_code, name_zh, name_en, level, parent_code) takes its place.
 */
public final class RegionTable {
  /** The Xinjiang Production and Construction Corps has no GB/T 2260 code. */
  public static final String CORPS = "XPCC";

  private final Map<String, String> codeByName = new HashMap<>();
  private final Map<String, String> nameByCode = new HashMap<>();
  private final Map<String, String> englishNameByCode = new HashMap<>();
  private final Map<String, List<String>> successors = new HashMap<>();
  private final Set<String> active = new HashSet<>();
  private final Set<String> ambiguous = new HashSet<>();

  private RegionTable() {}

  /** The table of a run. */
  public static RegionTable of(@Nullable Path regionsFile) {
    return regionsFile == null ? china() : declared(regionsFile);
  }

  private static RegionTable declared(Path file) {
    RegionTable table = new RegionTable();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(file))) {
      for (NamedCsvRecord row : csv) {
        String code = row.getField("region_code");
        table.active.add(code);
        table.nameByCode.put(code, row.getField("name_zh"));
        table.englishNameByCode.put(code, row.getField("name_en"));
        table.name(row.getField("name_zh"), code);
        table.name(row.getField("name_en"), code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.closed();
  }

  private static RegionTable china() {
    RegionTable table = new RegionTable();
    try (CsvReader<NamedCsvRecord> csv = resource("areas.csv")) {
      for (NamedCsvRecord row : csv) {
        table.area(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (CsvReader<NamedCsvRecord> csv = resource("provinces_en.csv")) {
      for (NamedCsvRecord row : csv) {
        String code = row.getField("code").isEmpty() ? CORPS : row.getField("code");
        table.active.add(code);
        table.nameByCode.putIfAbsent(code, row.getField("name_zh"));
        table.englishNameByCode.put(code, row.getField("name_en"));
        table.name(row.getField("name_en"), code);
        table.name(row.getField("name_zh"), code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    table.name("新疆兵团", CORPS);
    return table.closed();
  }

  private static CsvReader<NamedCsvRecord> resource(String name) {
    Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(RegionTable.class.getResourceAsStream("/regions/" + name)),
            StandardCharsets.UTF_8);
    return CsvReader.builder().ofNamedCsvRecord(reader);
  }

  private void area(NamedCsvRecord row) {
    String code = row.getField("code");
    String name = row.getField("name_zh");
    if (row.getField("status").equals("active")) {
      active.add(code);
      nameByCode.put(code, name);
      if (!row.getField("level").equals("county")) {
        name(name, code);
        name(name.replaceFirst("(?<=..)(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$", ""), code);
      }
    } else if (!row.getField("new_code").isEmpty() && row.getField("status").equals("retired")) {
      List<String> next = new ArrayList<>();
      for (String part : row.getField("new_code").split(";", -1)) {
        next.add(part.replaceFirst("\\[.*", ""));
      }
      successors.put(code, next);
    }
  }

  private void name(String name, String code) {
    String key = key(name);
    String before = codeByName.putIfAbsent(key, code);
    if (before != null && !before.equals(code)) {
      ambiguous.add(key);
    }
  }

  private RegionTable closed() {
    ambiguous.forEach(codeByName::remove);
    return this;
  }

  private static String key(String name) {
    return name.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /** Whether the code is in force. */
  public boolean isActive(String code) {
    return active.contains(code);
  }

  /** The code of a province's or prefecture's name, null when unknown or ambiguous. */
  public @Nullable String codeOf(String name) {
    return codeByName.get(key(name));
  }

  /** The Chinese name of a code in force. */
  public @Nullable String nameOf(String code) {
    return nameByCode.get(code);
  }

  /** The English name of a code, null where none is known. */
  public @Nullable String englishNameOf(String code) {
    return englishNameByCode.get(code);
  }

  /**
   * The code in force that an abolished code became: its successor, or the prefecture or province
   * that all its successors share; null when it never existed.
   */
  public @Nullable String forward(String code) {
    Set<String> reached = new HashSet<>();
    follow(code, reached, 0);
    reached.removeIf(c -> !active.contains(c));
    if (reached.size() == 1) {
      return reached.iterator().next();
    }
    for (int digits : new int[] {4, 2}) {
      Set<String> parents = new HashSet<>();
      reached.forEach(c -> parents.add(c.substring(0, digits) + "0".repeat(6 - digits)));
      if (parents.size() == 1 && active.contains(parents.iterator().next())) {
        return parents.iterator().next();
      }
    }
    return null;
  }

  private void follow(String code, Set<String> reached, int depth) {
    if (active.contains(code) || depth > 8) {
      reached.add(code);
      return;
    }
    for (String next : successors.getOrDefault(code, List.of())) {
      follow(next, reached, depth + 1);
    }
  }
}
