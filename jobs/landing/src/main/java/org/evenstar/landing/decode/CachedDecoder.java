package org.evenstar.landing.decode;

import java.util.HashMap;
import java.util.Map;

/** Remembers what a text means: most columns hold few distinct texts. Not for several threads. */
public final class CachedDecoder implements FieldDecoder {
  private static final int MOST_TEXTS = 20_000;

  private final FieldDecoder decoder;
  private final Map<String, Decoded> known = new HashMap<>();

  public CachedDecoder(FieldDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Decoded decode(String raw) {
    Decoded decoded = known.get(raw);
    if (decoded == null) {
      decoded = decoder.decode(raw);
      if (known.size() < MOST_TEXTS) {
        known.put(raw, decoded);
      }
    }
    return decoded;
  }
}
