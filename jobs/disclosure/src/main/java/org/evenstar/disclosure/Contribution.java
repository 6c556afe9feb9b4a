package org.evenstar.disclosure;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One institution or dossier as disclosure sees it.
 *
 * @param owner who answers for it; several institutions of one owner count once in n
 * @param body who assessed it; empty text where dominance by body is of no concern
 * @param codes its finest code in every dimension
 * @param score its measure in millionths, where there is one
 */
public record Contribution(
    String owner, String body, Map<String, String> codes, OptionalLong score) {

  public Contribution {
    codes = Map.copyOf(codes);
  }
}
