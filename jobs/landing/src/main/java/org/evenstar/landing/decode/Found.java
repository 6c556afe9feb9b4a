package org.evenstar.landing.decode;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something found in a cell or row.
 *
 * @param reasonCode code of the reason catalogue
 * @param value the text as delivered
 * @param expected what it was read as, or what was expected; null when there is nothing to say
 * @param suggestion what may have been meant; never applied
 */
public record Found(
    String reasonCode, String value, @Nullable String expected, @Nullable String suggestion) {

  public static Found of(String reasonCode, String value) {
    return new Found(reasonCode, value, null, null);
  }

  public static Found of(String reasonCode, String value, String expected) {
    return new Found(reasonCode, value, expected, null);
  }

  public static Found suggesting(String reasonCode, String value, @Nullable String suggestion) {
    return new Found(reasonCode, value, null, suggestion);
  }

  /** The parameters of the reason's text beside the value, sorted. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new java.util.TreeMap<>();
    if (expected != null) {
      parameters.put("expected", expected);
    }
    if (suggestion != null) {
      parameters.put("suggestion", suggestion);
    }
    return parameters;
  }
}
