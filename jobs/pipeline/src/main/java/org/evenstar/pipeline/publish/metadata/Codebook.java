package org.evenstar.pipeline.publish.metadata;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.dataset.DatasetSchema;

/** What every column of a tier means, as a table and as a page in both languages. */
final class Codebook {
  private final DescribedTier tier;

  Codebook(DescribedTier tier) {
    this.tier = tier;
  }

  void writeCsv(Path file) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord(
          "dataset",
          "dataset_zh",
          "dataset_en",
          "position",
          "column",
          "is_key",
          "type",
          "unit",
          "is_nullable",
          "description_zh",
          "description_en");
      for (DescribedDataset dataset : tier.datasets()) {
        int position = 0;
        for (DatasetSchema.Column column : dataset.schema().columns()) {
          position++;
          csv.writeRecord(
              dataset.name(),
              dataset.schema().title().zh(),
              dataset.schema().title().en(),
              Integer.toString(position),
              column.name(),
              Boolean.toString(dataset.schema().key().contains(column.name())),
              column.type(),
              column.unit() == null ? "" : column.unit(),
              Boolean.toString(column.nullable()),
              column.description().zh(),
              column.description().en());
        }
      }
    }
  }

  String html() {
    StringBuilder html = Html.open(new LocalText("编码手册", "Codebook · " + tier.title().en()));
    html.append("<p>");
    Html.both(html, tier.title());
    html.append(" · ").append(Html.escape(tier.head().releaseId())).append("</p>\n<p>");
    Html.both(html, tier.caution());
    html.append("</p>\n<ul>\n");
    for (DescribedDataset dataset : tier.datasets()) {
      html.append("<li><a href=\"#").append(dataset.name()).append("\">");
      html.append(dataset.name()).append("</a> ");
      Html.both(html, dataset.schema().title());
      html.append("</li>\n");
    }
    html.append("</ul>\n");
    tier.datasets().forEach(dataset -> dataset(html, dataset));
    return html.append(Html.CLOSE).toString();
  }

  private static void dataset(StringBuilder html, DescribedDataset dataset) {
    DatasetSchema schema = dataset.schema();
    html.append("<h2 id=\"").append(dataset.name()).append("\"><code>").append(dataset.name());
    html.append("</code> ");
    Html.both(html, schema.title());
    html.append("</h2>\n<p>");
    Html.both(html, schema.grain());
    html.append(" · ").append(dataset.rows());
    html.append(" <span lang=\"zh\">行</span> rows · <code>").append(Html.escape(schema.id()));
    html.append("</code></p>\n<table><thead><tr>");
    for (LocalText header :
        new LocalText[] {
          new LocalText("列", "Column"),
          new LocalText("类型", "Type"),
          new LocalText("单位", "Unit"),
          new LocalText("含义", "Meaning")
        }) {
      html.append("<th scope=\"col\">");
      Html.both(html, header);
      html.append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    for (DatasetSchema.Column column : schema.columns()) {
      html.append("<tr><th scope=\"row\"><code>").append(column.name()).append("</code>");
      if (schema.key().contains(column.name())) {
        html.append(" <span lang=\"zh\">主键</span> key");
      }
      html.append("</th><td>").append(column.type());
      if (column.nullable()) {
        html.append(", <span lang=\"zh\">可为空</span> may be empty");
      }
      html.append("</td><td>");
      html.append(Html.escape(column.unit() == null ? "" : column.unit())).append("</td><td>");
      Html.both(html, column.description());
      html.append("</td></tr>\n");
    }
    html.append("</tbody></table>\n");
  }
}
