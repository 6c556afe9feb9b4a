package org.evenstar.pipeline.publish.metadata;

import java.util.List;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Publication;

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
