package org.evenstar.landing.contract;

import java.math.BigDecimal;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The delivery contract as a JSON Schema (2020-12) of one dossier. */
public final class DeliverySchema {
  private static final String CREDIT_CODE = "^[0-9A-HJ-NPQRTUWXY]{18}$";

  private DeliverySchema() {}

  /** The general contract: any body, fields by their own names. */
  public static ObjectNode general() {
    return json(DeliveryContract.general());
  }

  /** What one source of a run reads, in the body's own headers and words. */
  public static ObjectNode of(RunConfig config, Source source) {
    return json(DeliveryContract.of(config, source));
  }

  private static ObjectNode json(DeliveryContract contract) {
    ObjectNode schema = Json.MAPPER.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    String of = contract.sourceId().isEmpty() ? "" : "/" + contract.sourceId();
    schema.put("$id", "https://evenstar.org/schema/delivery/1" + of);
    schema.put("title", "一份档案 · one dossier");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (DeliveryColumn column : contract.fields()) {
      properties.set(column.header(), property(column));
      if (column.required()) {
        required.add(column.header());
      }
    }
    if (contract.scoresKey().isEmpty()) {
      contract.items().forEach(item -> properties.set(item.header(), property(item)));
    } else {
      ObjectNode scores = properties.putObject(contract.scoresKey());
      scores.put("description", "得分：项目到值 · scores: item to value");
      if (!contract.items().isEmpty()) {
        ObjectNode items = scores.putObject("properties");
        contract.items().forEach(item -> items.set(item.header(), property(item)));
      }
    }
    return schema;
  }

  private static ObjectNode property(DeliveryColumn column) {
    ObjectNode property = Json.MAPPER.createObjectNode();
    property.put("description", column.meaning().zh() + " · " + column.meaning().en());
    switch (column.form()) {
      case TEXT -> types(property, "string", "number", "null");
      case DATE -> {
        types(property, "string", "null");
        property.put("pattern", "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$");
      }
      case CREDIT_CODE -> {
        types(property, "string", "null");
        property.put("pattern", CREDIT_CODE);
      }
      case LIST -> allowed(property, column);
      case NUMBER -> number(property, column);
    }
    return property;
  }

  /** Whole numbers count with and without quotes; an item may be left out or blank. */
  private static void allowed(ObjectNode property, DeliveryColumn column) {
    ArrayNode list = property.putArray("enum");
    for (String text : column.allowed()) {
      list.add(text);
      if (text.matches("-?\\d{1,9}")) {
        list.add(Integer.parseInt(text));
      }
    }
    if (!column.required()) {
      list.add("");
      list.addNull();
    }
  }

  private static void number(ObjectNode property, DeliveryColumn column) {
    ArrayNode any = property.putArray("anyOf");
    ObjectNode number = any.addObject().put("type", "number");
    if (column.lowest() != null) {
      number.put("minimum", new BigDecimal(column.lowest()));
    }
    if (column.highest() != null) {
      number.put("maximum", new BigDecimal(column.highest()));
    }
    any.addObject().put("type", "string").put("pattern", "^([0-9]+(\\.[0-9]+)?%?)?$");
    allowed(any.addObject(), column);
  }

  private static void types(ObjectNode property, String... names) {
    ArrayNode types = property.putArray("type");
    for (String name : names) {
      types.add(name);
    }
  }
}
