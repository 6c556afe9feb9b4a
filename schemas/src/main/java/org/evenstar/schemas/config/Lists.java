package org.evenstar.schemas.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an absent list, map or number of a configuration file means. */
final class Lists {
  private Lists() {}

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }

  static BigDecimal or(@Nullable BigDecimal value, String otherwise) {
    return value == null ? new BigDecimal(otherwise) : value;
  }
}
