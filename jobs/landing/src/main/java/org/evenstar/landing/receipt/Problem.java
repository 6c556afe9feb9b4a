package org.evenstar.landing.receipt;

import java.util.Map;
import org.evenstar.landing.Reasons;
import org.evenstar.schemas.config.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One problem at its place.
 *
 * @param file path below {@code landing/}; null when it is about a delivery that did not arrive
 * @param rowNumber row as a person sees it, 0 when it is about the file
 * @param parameters what the reason's text is filled with beside value and column
 */
public record Problem(
    Reasons.Reason reason,
    @Nullable String bodyId,
    @Nullable String period,
    @Nullable String file,
    String sheet,
    int rowNumber,
    String column,
    String value,
    Map<String, String> parameters) {

  public Problem {
    parameters = Map.copyOf(parameters);
  }

  /** What to do, in both languages, with this problem's own values. */
  public LocalText whatToDo() {
    return new LocalText(filled("zh"), filled("en"));
  }

  private String filled(String language) {
    LocalText remedy = reason.remedy();
    String text = RemedyText.fill(remedy.in(language), column, value, parameters);
    return text.isEmpty() ? reason.title().in(language) : text;
  }
}
