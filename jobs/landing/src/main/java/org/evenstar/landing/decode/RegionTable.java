package org.evenstar.landing.decode;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
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

  private final RegionNames names = new RegionNames();
  private final Map<String, String> nameByCode = new HashMap<>();
  private final Map<String, String> englishNameByCode = new HashMap<>();
  private final Map<String, List<String>> successors = new HashMap<>();
  private final Set<String> active = new HashSet<>();

  private RegionTable() {}

  /** The table of a run. */
  public static RegionTable of(@Nullable Path regionsFile) {
    return regionsFile == null ? BuiltIn.CHINA : declared(regionsFile);
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
        table.names.add(row.getField("name_zh"), code, RegionNames.Level.PROVINCE);
        table.names.add(row.getField("name_en"), code, RegionNames.Level.PROVINCE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  /** Read once, when it is first asked for. */
  private static final class BuiltIn {
    static final RegionTable CHINA = china();
  }

  private static RegionTable china() {
    RegionTable table = new RegionTable();
    List<NamedCsvRecord> areas = resource("areas.csv");
    // Names in force win over former names of the same place.
    areas.stream().filter(RegionTable::isInForce).forEach(table::area);
    areas.stream().filter(row -> !isInForce(row)).forEach(table::formerArea);
    for (NamedCsvRecord row : resource("provinces_en.csv")) {
      String code = row.getField("code").isEmpty() ? CORPS : row.getField("code");
      table.active.add(code);
      table.nameByCode.putIfAbsent(code, row.getField("name_zh"));
      table.englishNameByCode.put(code, row.getField("name_en"));
      table.names.add(row.getField("name_en"), code, RegionNames.Level.PROVINCE);
      table.names.add(row.getField("name_zh"), code, RegionNames.Level.PROVINCE);
    }
    table.names.add("新疆兵团", CORPS, RegionNames.Level.PROVINCE);
    return table;
  }

  private static boolean isInForce(NamedCsvRecord row) {
    return row.getField("status").equals("active");
  }

  private static List<NamedCsvRecord> resource(String name) {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    Objects.requireNonNull(
                        RegionTable.class.getResourceAsStream("/regions/" + name)),
                    StandardCharsets.UTF_8))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void area(NamedCsvRecord row) {
    String code = row.getField("code");
    active.add(code);
    nameByCode.put(code, row.getField("name_zh"));
    name(row);
  }

  private void formerArea(NamedCsvRecord row) {
    String code = row.getField("code");
    if (!row.getField("new_code").isEmpty() && !active.contains(code)) {
      List<String> next = new ArrayList<>();
      for (String part : row.getField("new_code").split(";", -1)) {
        next.add(part.replaceFirst("\\[.*", ""));
      }
      successors.putIfAbsent(code, next);
    }
    name(row);
  }

  private void name(NamedCsvRecord row) {
    RegionNames.Level level =
        RegionNames.Level.valueOf(row.getField("level").toUpperCase(Locale.ROOT));
    names.add(row.getField("name_zh"), row.getField("code"), level);
  }

  /** Whether the code is in force. */
  public boolean isActive(String code) {
    return active.contains(code);
  }

  /** The code that a text names, in force or former; null when unknown or ambiguous. */
  public @Nullable String codeOf(String name) {
    return names.codeOf(name);
  }

  /** The name nearest to a text, to be offered. */
  public @Nullable String nearest(String name) {
    return Nearest.to(name, names.known());
  }

  /** The Chinese name of a code in force. */
  public @Nullable String nameOf(String code) {
    return nameByCode.get(code);
  }

  /** The English name of a code, null where none is known. */
  public @Nullable String englishNameOf(String code) {
    return englishNameByCode.get(code);
  }

  /** The code of the province that an address begins with, null when it begins with none. */
  public @Nullable String provinceIn(String address) {
    return isChina() ? names.provinceIn(address) : null;
  }

  /** Whether two codes lie in one province; the Corps lies in Xinjiang. */
  public boolean isSameProvince(String a, String b) {
    return province(a).equals(province(b));
  }

  private static String province(String code) {
    return code.equals(CORPS) ? "65" : code.substring(0, Math.min(2, code.length()));
  }

  private boolean isChina() {
    return active.contains(CORPS);
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
