package org.evenstar.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.Schemas;
import org.evenstar.schemas.config.LocalText;

/** The reason catalogue: every code with its severity and what to do, as data. */
public final class Reasons {

  /** What a reason does to the row or file it is found in. */
  public enum Severity {
    /** Worth knowing; the row stays as it is. */
    NOTE,
    /** The meaning was unique; the row is read with it. */
    REPAIR,
    /** The row is set aside. */
    QUARANTINE,
    /** The whole file is set aside. */
    STOP
  }

  /** One reason. */
  public record Reason(String code, Severity severity, LocalText title, LocalText remedy) {}

  private record Catalogue(List<Reason> reasons) {}

  private static final Map<String, Reason> BY_CODE = load();

  /** Gravest first, then as the catalogue lists them. */
  public static final Comparator<Reason> GRAVEST_FIRST =
      Comparator.comparing(Reason::severity)
          .reversed()
          .thenComparing(reason -> List.copyOf(BY_CODE.keySet()).indexOf(reason.code()));

  private Reasons() {}

  /** Every reason in catalogue order. */
  public static List<Reason> all() {
    return List.copyOf(BY_CODE.values());
  }

  /** A reason by its code. */
  public static Reason of(String code) {
    return Objects.requireNonNull(BY_CODE.get(code), code);
  }

  private static Map<String, Reason> load() {
    try (InputStream in =
        Objects.requireNonNull(
            Schemas.class.getResourceAsStream("/org/evenstar/schemas/reasons.json"))) {
      Map<String, Reason> reasons = new LinkedHashMap<>();
      for (Reason reason : Json.MAPPER.readValue(in, Catalogue.class).reasons()) {
        reasons.put(reason.code(), reason);
      }
      return reasons;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
