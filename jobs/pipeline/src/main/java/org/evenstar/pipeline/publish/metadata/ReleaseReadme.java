package org.evenstar.pipeline.publish.metadata;

import java.util.Locale;
import org.evenstar.schemas.config.Publication;
import org.jspecify.annotations.Nullable;

/**
 * {@code README.md} of a tier, in both languages: what it holds, its licence, how it is cited and
 * loaded.
 */
final class ReleaseReadme {
  private ReleaseReadme() {}

  static String of(DescribedTier tier) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(tier.title().zh()).append(" · ").append(tier.title().en());
    text.append("\n\n").append(tier.caution().zh()).append("\n\n").append(tier.caution().en());
    text.append("\n\n| | |\n|---|---|\n");
    row(text, "版本 release", tier.head().releaseId());
    if (tier.head().supersedes() != null) {
      row(text, "取代 supersedes", tier.head().supersedes());
    }
    row(text, "读者 tier", tier.tier());
    row(text, "发布者 publisher", tier.publisher().zh() + " / " + tier.publisher().en());
    licence(text, tier.publication().licence());
    row(text, "引用 cite", "`CITATION.cff`");
    row(text, "列的含义 columns", "`codebook.html`, `codebook.csv`");
    row(
        text,
        "元数据 metadata",
        "`datapackage.json` (Data Package 2), `csv-metadata.json` (CSVW), `dcat.jsonld` (DCAT)");
    text.append("\n## 数据集 Datasets\n\n| | | 行 rows | |\n|---|---|--:|---|\n");
    for (DescribedDataset dataset : tier.datasets()) {
      text.append("| `").append(dataset.name()).append("` | ");
      text.append(dataset.schema().title().zh()).append(' ').append(dataset.schema().title().en());
      text.append(" | ").append(String.format(Locale.ROOT, "%,d", dataset.rows())).append(" | ");
      text.append('[').append("csv](").append(dataset.csv()).append(')');
      if (dataset.hasParquet()) {
        text.append(" [parquet](").append(dataset.parquet()).append(')');
      }
      text.append(" |\n");
    }
    text.append(
        """

        CSV 为 RFC 4180、UTF-8；空单元格表示缺失，原因见 `obs_status` 与 `reason`；以 `= + - @` 开头的文字前加一个撇号，
        以免电子表格把它当作公式。

        CSV is RFC 4180 in UTF-8. An empty cell is absent, `obs_status` and `reason` say why. A text that begins with
        `= + - @` has an apostrophe before it, so that no spreadsheet takes it for a formula.
        """);
    text.append(LoadingSnippets.of(tier.datasets().get(0)));
    return text.toString();
  }

  private static void licence(StringBuilder text, Publication.@Nullable Licence licence) {
    if (licence == null) {
      row(text, "许可 licence", "未说明，使用前请询问发布者 / not stated: ask the publisher before use");
      return;
    }
    String name = licence.name().zh() + " / " + licence.name().en();
    row(text, "许可 licence", "[" + name + "](" + licence.url() + ")");
    if (licence.attribution() != null) {
      row(text, "署名 attribution", licence.attribution().zh() + " " + licence.attribution().en());
    }
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append("| ").append(name).append(" | ").append(value.replace("|", "\\|")).append(" |\n");
  }
}
