package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenstar.landing.Reasons;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.junit.jupiter.api.Test;

/**
 * The pages that list every dataset, column and reason are those that the schemas give; {@code
 * -Devenstar.docs=write} writes them anew.
 */
class CataloguePagesTest {
  private static final Path DOCS = Path.of("../../docs");

  @Test
  void theListOfDatasetsIsCurrent() throws IOException {
    StringBuilder page = new StringBuilder("# 数据集 Datasets\n\n");
    page.append("Generated from `schemas/…/datasets/*.json`; a test holds it current.\n");
    page.append("Tiers: who receives it. Key: columns that tell rows apart, in sort order.\n");
    page.append("An empty unit means that the column has none.\n\n");
    page.append("| dataset | | tiers | version |\n|---|---|---|---|\n");
    for (DatasetSchema schema : DatasetSchema.all()) {
      page.append(
          row(
              "[`" + schema.dataset() + "`](#" + schema.dataset() + ")",
              schema.title().zh() + " " + schema.title().en(),
              String.join(", ", schema.tiers()),
              schema.version()));
    }
    DatasetSchema.all().forEach(schema -> dataset(page, schema));
    assertCurrent("datasets.md", page);
  }

  private static void dataset(StringBuilder page, DatasetSchema schema) {
    page.append("\n## ").append(schema.dataset()).append("\n\n");
    page.append(schema.title().zh()).append("：").append(schema.grain().zh()).append("。 ");
    page.append(schema.title().en()).append(": ").append(schema.grain().en()).append(".\n\n");
    page.append("Tiers: ").append(String.join(", ", schema.tiers())).append(" · key: `");
    page.append(String.join("`, `", schema.key())).append("`\n\n");
    page.append(
        "| column | type | unit | may be empty | 含义 | meaning |\n|---|---|---|---|---|---|\n");
    for (DatasetSchema.Column column : schema.columns()) {
      page.append(
          row(
              "`" + column.name() + "`",
              column.type(),
              column.unit() == null ? "" : column.unit(),
              column.nullable() ? "yes" : "",
              column.description().zh(),
              column.description().en()));
    }
  }

  @Test
  void theListOfReasonsIsCurrent() throws IOException {
    StringBuilder page = new StringBuilder("# 原因 Reasons\n\n");
    page.append("Generated from `schemas/…/reasons.json`; a test holds it current.\n");
    page.append(
        "NOTE: said only · REPAIR: the row is kept, mended · QUARANTINE: the row is set aside");
    page.append(" · STOP: the file is set aside.\n`{…}` is filled in.\n\n");
    page.append(
        "| code | severity | 名称 | title | 处理办法 | what to do |\n|---|---|---|---|---|---|\n");
    for (Reasons.Reason reason : Reasons.all()) {
      page.append(
          row(
              "`" + reason.code() + "`",
              String.valueOf(reason.severity()),
              reason.title().zh(),
              reason.title().en(),
              reason.remedy().zh(),
              reason.remedy().en()));
    }
    assertCurrent("reasons.md", page);
  }

  private static String row(String... cells) {
    List<String> safe =
        List.of(cells).stream().map(cell -> cell.replace("|", "\\|").replace("\n", " ")).toList();
    return "| " + String.join(" | ", safe) + " |\n";
  }

  private static void assertCurrent(String name, StringBuilder page) throws IOException {
    Path file = DOCS.resolve(name);
    if ("write".equals(System.getProperty("evenstar.docs"))) {
      Files.writeString(file, page);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s; write it with -Devenstar.docs=write -Dtest=CataloguePagesTest", file)
        .isEqualTo(page.toString());
  }
}
