package org.evenstar.landing.decode;

import java.util.ArrayList;
import java.util.List;

/** A region's code or name to the code in force. */
public final class RegionDecoder implements FieldDecoder {
  private final RegionTable table;

  public RegionDecoder(RegionTable table) {
    this.table = table;
  }

  @Override
  public Decoded decode(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    List<Found> found = new ArrayList<>(plain.found());
    String text = plain.text();
    if (table.isActive(text)) {
      return Decoded.text(text, found);
    }
    String byName = table.codeOf(text);
    if (byName != null) {
      found.add(Found.of("REGION_NAME", raw, byName));
      return Decoded.text(byName, found);
    }
    String forward = text.matches("\\d{6}") ? table.forward(text) : null;
    if (forward != null) {
      found.add(Found.of("REGION_ABOLISHED", raw, forward));
      return Decoded.text(forward, found);
    }
    return Decoded.wrong(Found.of("REGION_UNKNOWN", raw));
  }
}
