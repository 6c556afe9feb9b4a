package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.evenstar.landing.contract.DeliverySchema;
import org.evenstar.landing.contract.DeliveryTemplate;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DeliveryContractTest {
  private static final Path SIX = Path.of("../../data-samples/six-bodies");
  private static final LocalDate DAY = LocalDate.of(2024, 7, 25);

  @TempDir Path folder;

  @Test
  void whatLandsWithoutARepairKeepsTheContractAndAWrongStarBreaksIt() throws IOException {
    RunConfig config = RunConfig.load(SIX);
    Schema schema = schema(DeliverySchema.of(config, config.source("hnpt").orElseThrow()));
    String file = "HNPT/2024-01/hnpt-2024-01-01.jsonl";
    List<Map<String, Object>> landed = landed(config, file);
    List<String> lines = Files.readAllLines(SIX.resolve("landing").resolve(file));

    assertThat(landed).isNotEmpty();
    for (Map<String, Object> row : landed) {
      String line = lines.get(((Number) row.get("row_number")).intValue() - 1);
      assertThat(schema.validate(Json.MAPPER.readTree(line))).as(line).isEmpty();
    }
    String wrong = lines.get(0).replaceFirst("\"applied_star\":\\d", "\"applied_star\":9");
    assertThat(schema.validate(Json.MAPPER.readTree(wrong))).hasSize(1);
  }

  @Test
  void theGeneralContractNamesEveryField() {
    JsonNode schema = DeliverySchema.general();

    assertThat(schema.path("properties").propertyNames()).contains("dossier_no", "scores");
    assertThat(schema(schema).validate(Json.MAPPER.readTree("{\"dossier_no\": \"1\"}"))).hasSize(1);
  }

  @Test
  void theTemplateHasTheBodysHeadersAndItsLists() throws IOException {
    RunConfig config = RunConfig.load(SIX);
    Path file = folder.resolve("template.xlsx");

    DeliveryTemplate.write(config, config.source("ccid").orElseThrow(), file);

    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      Sheet sheet = workbook.getFirstSheet();
      assertThat(sheet.read().get(0).getCellText(0)).isEqualTo("档案编号");
      assertThat(workbook.getSheets().map(Sheet::getName)).contains("列表 lists");
    }
  }

  private static Schema schema(JsonNode node) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node);
  }

  private List<Map<String, Object>> landed(RunConfig config, String file) throws IOException {
    Path landing = folder.resolve("landing");
    Files.createDirectories(landing.resolve(file).getParent());
    Files.copy(config.landingFolder().resolve(file), landing.resolve(file));
    RunFolder.Tables tables =
        new RunFolder.Tables(
            new Landing(
                    config, landing, folder.resolve("work"), new LandingOptions(2, DAY), path -> {})
                .land());
    return tables.dossiers.stream()
        .filter(row -> file.equals(row.get("file")) && "ACCEPTED".equals(row.get("status")))
        .toList();
  }
}
