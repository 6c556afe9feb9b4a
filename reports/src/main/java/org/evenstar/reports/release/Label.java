package org.evenstar.reports.release;

import org.evenstar.schemas.config.LocalText;

/**
 * The name of a code.
 *
 * @param parent domain of an indicator, indicator of an item, level of a region; may be empty
 * @param position order within its kind
 */
public record Label(String code, LocalText name, String parent, int position) {

  /** The name, or the code where the release has no name in this language. */
  public String in(String language) {
    String text = name.in(language);
    return text.isEmpty() ? code : text;
  }
}
