package org.evenstar.landing;

import org.jspecify.annotations.Nullable;

/**
 * One file that arrived.
 *
 * @param id first 16 hexadecimal digits of the SHA-256 of its bytes
 * @param sha256 all 64 of them
 * @param path path below {@code landing/} with forward slashes; inside an archive {@code
 *     archive!/member}
 * @param duplicateOf path of the first file with the same bytes; null when this is the first
 */
public record Delivery(
    String id,
    String sha256,
    String path,
    long bytes,
    @Nullable String sourceId,
    @Nullable String bodyId,
    @Nullable String period,
    @Nullable String duplicateOf) {

  /** The row key of a record: first 36 bits of the hash, then the ordinal from 1. */
  long rowKey(long ordinal) {
    return (Long.parseUnsignedLong(id, 16) >>> 28 << 27) | ordinal;
  }
}
