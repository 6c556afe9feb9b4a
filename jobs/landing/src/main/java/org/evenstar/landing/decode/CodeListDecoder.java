package org.evenstar.landing.decode;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenstar.schemas.config.OrganisationTypes;
import org.evenstar.schemas.config.Sectors;

/** A code list with the spellings met: sectors, organisation types. */
public final class CodeListDecoder implements FieldDecoder {
  private final Map<String, String> codes = new HashMap<>();
  private final String unknown;

  private CodeListDecoder(String unknown) {
    this.unknown = unknown;
  }

  /** The service categories; without a list every text is its own code. */
  public static FieldDecoder of(Sectors sectors) {
    if (sectors.sectors().isEmpty()) {
      return CodeListDecoder::asIs;
    }
    CodeListDecoder decoder = new CodeListDecoder("SECTOR_UNKNOWN");
    sectors
        .sectors()
        .forEach(s -> decoder.add(s.sectorId(), s.name().zh(), s.name().en(), s.synonyms()));
    return decoder;
  }

  /** The kinds of organisation; without a list every text is its own code. */
  public static FieldDecoder of(OrganisationTypes types) {
    if (types.types().isEmpty()) {
      return CodeListDecoder::asIs;
    }
    CodeListDecoder decoder = new CodeListDecoder("TYPE_UNKNOWN");
    types
        .types()
        .forEach(
            t -> decoder.add(t.organisationType(), t.name().zh(), t.name().en(), t.synonyms()));
    return decoder;
  }

  private void add(String code, String zh, String en, List<String> synonyms) {
    codes.put(key(code), code);
    codes.put(key(zh), code);
    codes.put(key(en), code);
    synonyms.forEach(synonym -> codes.put(key(synonym), code));
  }

  private static String key(String text) {
    return TextRepair.strip(TextRepair.halfWidth(text)).toLowerCase(Locale.ROOT);
  }

  private static Decoded asIs(String raw) {
    TextRepair.Plain plain = TextRepair.name(raw);
    return Decoded.text(plain.text(), plain.found());
  }

  @Override
  public Decoded decode(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    String code = codes.get(key(raw));
    return code == null ? Decoded.wrong(Found.of(unknown, raw)) : Decoded.text(code, plain.found());
  }
}
