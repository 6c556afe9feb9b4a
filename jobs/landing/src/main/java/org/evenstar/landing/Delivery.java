package org.evenstar.landing;

import org.evenstar.landing.decode.Found;
import org.jspecify.annotations.Nullable;

/**
 * One file that arrived, or one member of an archive that did.
 *
 * @param id first 16 hexadecimal digits of the SHA-256 of its bytes
 * @param sha256 all 64 of them
 * @param path path below {@code landing/} with forward slashes; inside a zip {@code
 *     archive!/member}
 * @param member name inside the zip; empty: the content of a gz; null: the file itself
 * @param namedBy path that tells the body and the month: its own, or that of the file it mends
 * @param duplicateOf path of the first file with the same bytes; null when this is the first
 * @param mends delivery id of the file whose receipt this is, mended; null otherwise
 * @param refused why it cannot be read at all, found before reading; null otherwise
 */
public record Delivery(
    String id,
    String sha256,
    String path,
    @Nullable String member,
    long bytes,
    @Nullable String sourceId,
    String namedBy,
    @Nullable String bodyId,
    @Nullable String period,
    @Nullable String duplicateOf,
    @Nullable String mends,
    @Nullable Found refused) {

  /** Stands between an archive and its member in a path. */
  static final String INSIDE = "!/";

  /** The row key of a record: first 36 bits of the hash, then the ordinal from 1. */
  long rowKey(long ordinal) {
    return (Long.parseUnsignedLong(id, 16) >>> 28 << 27) | ordinal;
  }

  /** Path of the file on disk, below {@code landing/}. */
  String file() {
    return member == null || member.isEmpty()
        ? path
        : path.substring(0, path.length() - member.length() - INSIDE.length());
  }
}
