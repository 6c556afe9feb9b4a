package org.evenstar.pipeline.publish.metadata;

import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.Publication;

/** {@code CITATION.cff} of a tier, Citation File Format 1.2.0. Every text is quoted as JSON is. */
final class Citation {
  private Citation() {}

  static String of(DescribedTier tier) {
    StringBuilder file = new StringBuilder();
    line(file, "cff-version", "1.2.0");
    line(file, "type", "dataset");
    line(file, "message", "请按以下信息引用本版本，并注明版本号。Cite this release as below, with its number.");
    line(file, "title", both(tier.title().zh(), tier.title().en()));
    line(file, "version", tier.head().releaseId());
    line(file, "abstract", both(tier.caution().zh(), tier.caution().en()));
    file.append("authors:\n  - name: ");
    file.append(quoted(both(tier.publisher().zh(), tier.publisher().en()))).append('\n');
    if (tier.publication().publisherUrl() != null) {
      file.append("    website: ").append(quoted(tier.publication().publisherUrl())).append('\n');
    }
    Publication.Licence licence = tier.publication().licence();
    if (licence != null) {
      line(
          file,
          licence.spdx() == null ? "license-url" : "license",
          licence.spdx() == null ? licence.url() : licence.spdx());
    }
    return file.toString();
  }

  private static String both(String zh, String en) {
    return zh + " / " + en;
  }

  private static void line(StringBuilder file, String key, String text) {
    file.append(key).append(": ").append(quoted(text)).append('\n');
  }

  private static String quoted(String text) {
    return Json.MAPPER.writeValueAsString(text);
  }
}
