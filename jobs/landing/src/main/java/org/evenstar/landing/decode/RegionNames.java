package org.evenstar.landing.decode;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names of regions, with or without 省, 市 and the like, alone (湖南) or from the province downwards
 * (湖南省长沙市岳麓区). A name that two places of one level share tells nothing by itself.
 */
final class RegionNames {
  /** Province, prefecture, county. */
  enum Level {
    PROVINCE,
    PREFECTURE,
    COUNTY
  }

  private static final String AMBIGUOUS = "";
  private static final int LONGEST_NAME = 16;

  private final Map<Level, Map<String, String>> byLevel = new EnumMap<>(Level.class);
  private final Map<String, Map<String, String>> counties = new HashMap<>();
  private final Set<String> known = new TreeSet<>();

  RegionNames() {
    for (Level level : Level.values()) {
      byLevel.put(level, new HashMap<>());
    }
  }

  /** Adds a name, and what is left of it without its kind. */
  void add(String name, String code, Level level) {
    String full = key(name);
    Set<String> forms = new HashSet<>(List.of(full, shortened(full, level)));
    if (level != Level.COUNTY) {
      known.add(name);
    }
    for (String form : forms) {
      put(byLevel.get(level), form, code);
      if (level == Level.COUNTY) {
        put(counties.computeIfAbsent(code.substring(0, 2), c -> new HashMap<>()), form, code);
      }
    }
  }

  private static void put(Map<String, String> names, String form, String code) {
    names.merge(form, code, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
  }

  private static String shortened(String name, Level level) {
    return switch (level) {
      case PROVINCE ->
          name.replaceFirst("(?<=..)(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$", "")
              .replaceFirst("(province|municipality|city)$", "");
      case PREFECTURE -> name.replaceFirst("(?<=..)(市|地区|盟)$", "");
      case COUNTY -> name;
    };
  }

  static String key(String name) {
    return TextRepair.strip(name).replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /** Names of provinces and prefectures. */
  Set<String> known() {
    return known;
  }

  /** The code of a name, the widest place first; null when unknown or ambiguous. */
  @Nullable String codeOf(String name) {
    String key = key(name);
    for (Level level : Level.values()) {
      String code = of(level, key);
      if (code == null && level != Level.COUNTY) {
        code = of(level, shortened(key, level));
      }
      if (code != null) {
        return code;
      }
    }
    return below(key);
  }

  private @Nullable String of(Level level, String key) {
    String code = byLevel.getOrDefault(level, Map.of()).get(key);
    return AMBIGUOUS.equals(code) ? null : code;
  }

  /** A name that begins with its province. */
  private @Nullable String below(String key) {
    int end = prefix(key, Level.PROVINCE, 0);
    String province = end == 0 ? null : of(Level.PROVINCE, key.substring(0, end));
    if (province == null) {
      return null;
    }
    String digits = province.substring(0, 2);
    int cityEnd = prefix(key, Level.PREFECTURE, end);
    String city = cityEnd > end ? of(Level.PREFECTURE, key.substring(end, cityEnd)) : null;
    boolean isInProvince = city != null && city.startsWith(digits);
    String rest = key.substring(isInProvince ? cityEnd : end);
    if (rest.isEmpty()) {
      return city;
    }
    String county = counties.getOrDefault(digits, Map.of()).get(rest);
    return AMBIGUOUS.equals(county) ? null : county;
  }

  /** End of the longest name of a level that stands at a place of the text; 0 when none does. */
  private int prefix(String text, Level level, int from) {
    for (int end = Math.min(text.length(), from + LONGEST_NAME); end > from + 1; end--) {
      if (of(level, text.substring(from, end)) != null) {
        return end;
      }
    }
    return 0;
  }

  /** The province at the start of an address, or that of the prefecture there. */
  @Nullable String provinceIn(String address) {
    String key = key(address);
    int end = prefix(key, Level.PROVINCE, 0);
    if (end > 0) {
      return of(Level.PROVINCE, key.substring(0, end));
    }
    int cityEnd = prefix(key, Level.PREFECTURE, 0);
    return cityEnd > 0 ? of(Level.PREFECTURE, key.substring(0, cityEnd)) : null;
  }
}
