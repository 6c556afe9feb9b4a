package org.evenstar.sample.mess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.Schemas;

/** The severity of every reason code, from the one catalogue. */
public final class Reasons {
  private record Reason(String code, Severity severity) {}

  private record Catalogue(List<Reason> reasons) {}

  private static final Map<String, Severity> SEVERITIES = load();

  private Reasons() {}

  /** A reason's severity. */
  public static Severity severity(String code) {
    return Objects.requireNonNull(SEVERITIES.get(code), code);
  }

  private static Map<String, Severity> load() {
    try (InputStream in =
        Objects.requireNonNull(
            Schemas.class.getResourceAsStream("/org/evenstar/schemas/reasons.json"))) {
      Map<String, Severity> severities = new HashMap<>();
      for (Reason reason : Json.MAPPER.readValue(in, Catalogue.class).reasons()) {
        severities.put(reason.code(), reason.severity());
      }
      return severities;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
