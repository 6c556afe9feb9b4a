package org.evenstar.landing.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A credit code as delivered to a valid one; repaired only where the meaning is unique. */
public final class CreditCodeDecoder implements FieldDecoder {

  @Override
  public Decoded decode(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    List<Found> found = new ArrayList<>(plain.found());
    String code = plain.text().replace(" ", "").replace("\u3000", "");
    if (code.length() != plain.text().length() && found.isEmpty()) {
      found.add(Found.of("TEXT_SPACES", raw, code));
    }
    if (code.matches("\\d(\\.\\d+)?[eE]\\+?\\d+")) {
      return Decoded.wrong(Found.of("CODE_SCIENTIFIC", raw));
    }
    String upper = code.toUpperCase(Locale.ROOT);
    if (!upper.equals(code)) {
      found.add(Found.of("CODE_LOWER_CASE", raw, upper));
    }
    if (upper.length() != 18) {
      return Decoded.wrong(Found.of("CODE_CUT", raw));
    }
    if (CreditCode.hasLookalike(upper)) {
      return Decoded.wrong(
          Found.suggesting("CODE_LOOKALIKE", raw, CreditCode.withoutLookalikes(upper)));
    }
    return CreditCode.isValid(upper)
        ? Decoded.text(upper, found)
        : Decoded.wrong(Found.of("CODE_CHECK", raw));
  }
}
