package org.evenstar.pipeline.publish.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.schemas.config.Publication;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * {@code datapackage.json} of a tier, Data Package version 2: a table resource for each CSV with
 * its table schema, and a resource for its Parquet twin.
 *
 * <p>Texts are English with their Chinese twin under the same key and {@code _zh}.
 */
final class DataPackage {
  private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

  private DataPackage() {}

  static Map<String, Object> of(DescribedTier tier) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", PROFILES + "datapackage.json");
    document.put("name", tier.name());
    document.put("id", tier.name() + "/" + tier.head().releaseId());
    document.put("version", tier.head().releaseId());
    document.put("title", tier.title().en());
    document.put("title_zh", tier.title().zh());
    document.put("description", tier.caution().en());
    document.put("description_zh", tier.caution().zh());
    document.put("contributors", List.of(publisher(tier)));
    Publication.Licence licence = tier.publication().licence();
    if (licence != null) {
      document.put("licenses", List.of(licence(licence)));
    }
    List<Object> resources = new ArrayList<>();
    for (DescribedDataset dataset : tier.datasets()) {
      resources.add(table(dataset));
      if (dataset.hasParquet()) {
        resources.add(parquet(dataset));
      }
    }
    document.put("resources", resources);
    return document;
  }

  private static Map<String, Object> publisher(DescribedTier tier) {
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("title", tier.publisher().en());
    publisher.put("title_zh", tier.publisher().zh());
    publisher.put("roles", List.of("publisher"));
    if (tier.publication().publisherUrl() != null) {
      publisher.put("path", tier.publication().publisherUrl());
    }
    return publisher;
  }

  private static Map<String, Object> licence(Publication.Licence licence) {
    Map<String, Object> said = new LinkedHashMap<>();
    if (licence.spdx() != null) {
      said.put("name", licence.spdx());
    }
    said.put("path", licence.url());
    said.put("title", licence.name().en());
    said.put("title_zh", licence.name().zh());
    return said;
  }

  private static Map<String, Object> table(DescribedDataset dataset) {
    Map<String, Object> resource = resource(dataset);
    resource.put("$schema", PROFILES + "dataresource.json");
    resource.put("name", dataset.name());
    resource.put("type", "table");
    resource.put("path", dataset.csv());
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put(
        "dialect",
        Map.of(
            "$schema",
            PROFILES + "tabledialect.json",
            "delimiter",
            ",",
            "lineTerminator",
            "\r\n",
            "doubleQuote",
            true));
    resource.put("schema", tableSchema(dataset));
    return resource;
  }

  private static Map<String, Object> parquet(DescribedDataset dataset) {
    Map<String, Object> resource = resource(dataset);
    resource.put("$schema", PROFILES + "dataresource.json");
    resource.put("name", dataset.name() + "-parquet");
    resource.put("path", dataset.parquet());
    resource.put("format", "parquet");
    resource.put("mediatype", "application/vnd.apache.parquet");
    return resource;
  }

  private static Map<String, Object> resource(DescribedDataset dataset) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("title", dataset.schema().title().en());
    resource.put("title_zh", dataset.schema().title().zh());
    resource.put("description", dataset.schema().grain().en());
    resource.put("description_zh", dataset.schema().grain().zh());
    resource.put("rows", dataset.rows());
    resource.put("dataset", dataset.schema().id());
    return resource;
  }

  private static Map<String, Object> tableSchema(DescribedDataset dataset) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", PROFILES + "tableschema.json");
    schema.put("fields", dataset.schema().columns().stream().map(DataPackage::field).toList());
    schema.put("missingValues", List.of(""));
    schema.put(dataset.hasFullKey() ? "primaryKey" : "key", dataset.schema().key());
    return schema;
  }

  private static Map<String, Object> field(DatasetSchema.Column column) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("type", type(column.type()));
    field.put("description", column.description().en());
    field.put("description_zh", column.description().zh());
    if (column.unit() != null) {
      field.put("unit", column.unit());
    }
    if (!column.nullable()) {
      field.put("constraints", Map.of("required", true));
    }
    return field;
  }

  private static String type(String type) {
    return switch (type) {
      case "text" -> "string";
      case "int", "bigint" -> "integer";
      case "double" -> "number";
      case "boolean", "date" -> type;
      default -> throw new IllegalArgumentException("Cannot describe column type '" + type + "'");
    };
  }
}
