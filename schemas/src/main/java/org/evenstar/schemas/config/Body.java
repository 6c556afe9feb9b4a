package org.evenstar.schemas.config;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment body.
 *
 * @param homeRegion region code used where a source says {@code value_from: body}
 * @param fileKeys texts by which a file name or a column names this body
 */
public record Body(
    String bodyId,
    LocalText name,
    @Nullable String homeRegion,
    List<String> fileKeys,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {

  public Body {
    fileKeys = Lists.orEmpty(fileKeys);
  }
}
