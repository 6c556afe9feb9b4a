package org.evenstar.pipeline.publish.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Publication;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * {@code csv-metadata.json} of a tier: a table group of CSV on the Web (W3C, 17 December 2015). The
 * name is the one that readers look for beside a CSV file.
 */
final class CsvwTables {
  private CsvwTables() {}

  static Map<String, Object> of(DescribedTier tier) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("@context", "http://www.w3.org/ns/csvw");
    group.put("@type", "TableGroup");
    group.put("dc:title", inBoth(tier.title()));
    group.put("dc:description", inBoth(tier.caution()));
    group.put("dc:publisher", inBoth(tier.publisher()));
    group.put("dc:identifier", tier.name() + "/" + tier.head().releaseId());
    Publication.Licence licence = tier.publication().licence();
    if (licence != null) {
      group.put("dc:license", Map.of("@id", licence.url()));
    }
    group.put("dialect", Map.of("encoding", "utf-8", "header", true, "doubleQuote", true));
    group.put("tables", tier.datasets().stream().map(CsvwTables::table).toList());
    return group;
  }

  private static Map<String, Object> table(DescribedDataset dataset) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("@type", "Table");
    table.put("url", dataset.csv());
    table.put("dc:title", inBoth(dataset.schema().title()));
    table.put("dc:description", inBoth(dataset.schema().grain()));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("@type", "Schema");
    schema.put("columns", dataset.schema().columns().stream().map(CsvwTables::column).toList());
    if (dataset.hasFullKey()) {
      schema.put("primaryKey", dataset.schema().key());
    }
    table.put("tableSchema", schema);
    return table;
  }

  private static Map<String, Object> column(DatasetSchema.Column column) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("@type", "Column");
    described.put("name", column.name());
    described.put("titles", column.name());
    described.put("dc:description", inBoth(column.description()));
    described.put("datatype", datatype(column.type()));
    described.put("required", !column.nullable());
    if (column.unit() != null) {
      described.put("schema:unitText", column.unit());
    }
    return described;
  }

  private static String datatype(String type) {
    return switch (type) {
      case "text" -> "string";
      case "int" -> "int";
      case "bigint" -> "long";
      case "double", "boolean", "date" -> type;
      default -> throw new IllegalArgumentException("Cannot describe column type '" + type + "'");
    };
  }

  private static List<Object> inBoth(LocalText text) {
    return List.of(
        Map.of("@value", text.zh(), "@language", "zh"),
        Map.of("@value", text.en(), "@language", "en"));
  }
}
