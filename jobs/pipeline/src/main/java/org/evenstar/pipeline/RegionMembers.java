package org.evenstar.pipeline;

import static org.evenstar.parquet.ColumnType.TEXT;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;

/**
 * Which benchmark regions a dossier's region belongs to.
 *
 * <p>With {@code config/regions.csv} (region_code, name_zh, name_en, level, parent_code) a region
 * belongs to itself and its parents. Without it, codes are GB/T 2260: province and prefecture by
 * prefix, and the 37 units of capability statistics (31 provinces, the five cities with separate
 * plans, and the Xinjiang Production and Construction Corps).
 */
final class RegionMembers {
  private static final String NATION = "nation";

  private final List<String> levels;
  private final Map<String, Region> declared;
  private final Set<String> units;
  private final boolean isChina;

  private record Region(String level, @Nullable String parent) {}

  RegionMembers(RunConfig config) {
    this.levels = config.benchmark().regionLevels();
    Path file = config.regionsFile();
    this.isChina = file == null;
    this.declared = file == null ? Map.of() : read(file);
    this.units = isChina ? units() : Set.of();
  }

  /** Registers {@code region_member(region_code, region_level, member_code)}. */
  void register(Engine engine, Path folder) {
    TableFile table =
        new TableFile("region_member").columns(TEXT, "region_code", "region_level", "member_code");
    try (Rows rows =
        engine.query("select distinct region_code from current_dossier order by region_code")) {
      while (rows.next()) {
        String code = Objects.requireNonNull(rows.textAt(0));
        members(code)
            .forEach(
                (level, member) -> {
                  if (levels.contains(level)) {
                    table.row(code, level, member);
                  }
                });
      }
    }
    table.register(engine, folder);
  }

  Map<String, String> members(String code) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put(NATION, "*");
    if (isChina) {
      if (code.equals("XPCC")) {
        members.put("unit37", code);
      } else if (code.matches("[0-9]{6}")) {
        String province = code.substring(0, 2) + "0000";
        String prefecture = code.substring(0, 4) + "00";
        members.put("unit37", units.contains(prefecture) ? prefecture : province);
        members.put("province", province);
        if (!prefecture.equals(province)) {
          members.put("prefecture", prefecture);
        }
      }
      return members;
    }
    Region region = declared.get(code);
    String at = code;
    while (region != null && !members.containsKey(region.level())) {
      members.put(region.level(), at);
      at = region.parent();
      region = at == null ? null : declared.get(at);
    }
    return members;
  }

  private static Map<String, Region> read(Path file) {
    Map<String, Region> regions = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : csv) {
        String parent = row.findField("parent_code").filter(code -> !code.isEmpty()).orElse(null);
        regions.put(row.getField("region_code"), new Region(row.getField("level"), parent));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return regions;
  }

  private static Set<String> units() {
    Set<String> codes = new HashSet<>();
    Reader resource =
        new InputStreamReader(
            Objects.requireNonNull(RegionMembers.class.getResourceAsStream("/regions/unit37.csv")),
            StandardCharsets.UTF_8);
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(resource)) {
      csv.forEach(row -> codes.add(row.getField("code")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return codes;
  }
}
