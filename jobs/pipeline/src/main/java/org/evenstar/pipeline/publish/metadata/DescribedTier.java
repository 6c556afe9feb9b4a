package org.evenstar.pipeline.publish.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Publication;
import org.evenstar.schemas.dataset.DatasetSchema;
import tools.jackson.databind.JsonNode;

/**
 * What the metadata of one tier's folder say; nothing of another tier is in it.
 *
 * @param head the manifest before datasets and files are listed
 */
record DescribedTier(
    Manifest head, Publication publication, String tier, List<DescribedDataset> datasets) {
  private static final LocalText UNSTATED = new LocalText("未说明", "not stated");

  DescribedTier {
    datasets = List.copyOf(datasets);
  }

  /**
   * A tier as a finished release describes it.
   *
   * @throws IllegalArgumentException when the release has no such tier
   */
  static DescribedTier read(Path release, String tier) throws IOException {
    Manifest manifest = ReleaseStore.manifest(release);
    Path folder = release.resolve(tier);
    List<DescribedDataset> datasets = new ArrayList<>();
    for (Manifest.DatasetEntry entry : manifest.datasets()) {
      if (entry.tier().equals(tier)) {
        datasets.add(DescribedDataset.in(folder, DatasetSchema.named(entry.name()), entry.rows()));
      }
    }
    if (datasets.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read tier '"
              + tier
              + "' of '"
              + release
              + "': it has no dataset; its tiers are "
              + manifest.datasets().stream().map(Manifest.DatasetEntry::tier).distinct().toList());
    }
    return new DescribedTier(
        manifest, publication(folder.resolve("datapackage.json")), tier, datasets);
  }

  private static Publication publication(Path dataPackage) throws IOException {
    if (!Files.exists(dataPackage)) {
      return Publication.UNSTATED;
    }
    JsonNode document = Json.MAPPER.readTree(Files.readString(dataPackage));
    JsonNode publisher = document.path("contributors").path(0);
    JsonNode licence = document.path("licenses").path(0);
    return new Publication(
        new LocalText(
            publisher.path("title_zh").asString(""), publisher.path("title").asString("")),
        publisher.path("path").asString(null),
        licence.isMissingNode()
            ? null
            : new Publication.Licence(
                new LocalText(
                    licence.path("title_zh").asString(""), licence.path("title").asString("")),
                licence.path("name").asString(null),
                licence.path("path").asString(""),
                null),
        0);
  }

  LocalText licenceLine() {
    Publication.Licence licence = publication.licence();
    return licence == null
        ? new LocalText("许可：未说明，使用前请询问发布者", "Licence: not stated, ask the publisher before use")
        : new LocalText(
            "许可：" + licence.name().zh() + " " + licence.url(),
            "Licence: " + licence.name().en() + " " + licence.url());
  }

  LocalText title() {
    return head.title();
  }

  LocalText publisher() {
    return publication.publisher() == null ? UNSTATED : publication.publisher();
  }

  /** A name that is the same for every release of this tier and model. */
  String name() {
    return ("evenstar-" + head.modelId() + "-" + tier).toLowerCase(java.util.Locale.ROOT);
  }

  /** What a reader must know before using a number. */
  LocalText caution() {
    StringBuilder zh = new StringBuilder("数据截至 ").append(head.asOf()).append("。");
    StringBuilder en = new StringBuilder("Data as of ").append(head.asOf()).append('.');
    zh.append("模型：").append(head.modelId()).append(' ').append(head.modelVersion()).append("。");
    en.append(" Model: ").append(head.modelId()).append(' ').append(head.modelVersion());
    en.append('.');
    if (head.inferred()) {
      zh.append("模型系推断所得的占位模型，并非标准原文。");
      en.append(" The model is inferred, a placeholder and not the text of the standard.");
    }
    if (head.synthetic()) {
      zh.append("数据为合成数据。");
      en.append(" The data are made up.");
    }
    return new LocalText(zh.toString(), en.toString());
  }
}
