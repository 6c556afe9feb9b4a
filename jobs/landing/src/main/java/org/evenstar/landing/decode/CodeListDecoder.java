package org.evenstar.landing.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenstar.schemas.config.OrganisationTypes;
import org.evenstar.schemas.config.Sectors;

/** A code list with the spellings met: sectors, organisation types. */
public final class CodeListDecoder implements FieldDecoder {
  private final Map<String, String> codes = new HashMap<>();
  private final Set<String> spellings = new TreeSet<>();
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
    List<String> all = new ArrayList<>(List.of(code, zh, en));
    all.addAll(synonyms);
    for (String spelling : all) {
      codes.put(key(spelling), code);
      spellings.add(spelling);
    }
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
    return code == null
        ? Decoded.wrong(Found.suggesting(unknown, raw, Nearest.to(raw, spellings)))
        : Decoded.text(code, plain.found());
  }
}
