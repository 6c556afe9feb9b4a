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
    boolean isCode = text.matches("\\d{6}");
    String code = isCode ? text : table.codeOf(text);
    if (code == null) {
      return Decoded.wrong(Found.suggesting("REGION_UNKNOWN", raw, table.nearest(text)));
    }
    if (!isCode) {
      found.add(Found.of("REGION_NAME", raw, code));
    }
    if (table.isActive(code)) {
      return Decoded.text(code, found);
    }
    String forward = table.forward(code);
    if (forward == null) {
      return Decoded.wrong(Found.suggesting("REGION_UNKNOWN", raw, table.nearest(text)));
    }
    found.add(Found.of("REGION_ABOLISHED", raw, forward));
    return Decoded.text(forward, found);
  }
}
