package org.evenstar.sample.delivery;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.schemas.config.Source;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON document: a head, then the dossiers, each with an array of scores. */
final class JsonDelivery implements DeliveryWriter {
  private final JsonGenerator json;
  private final JsonFields fields;
  private final Source.JsonShape shape;
  private final Layout layout;
  private int element;

  JsonDelivery(Path file, Layout layout, String period) throws IOException {
    this.layout = layout;
    this.shape = layout.source().json();
    this.fields = new JsonFields(layout);
    this.json =
        new JsonFactory()
            .createGenerator(
                ObjectWriteContext.empty(),
                new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    json.writeStartObject();
    json.writeStringProperty("机构", layout.source().body().id());
    json.writeStringProperty("期间", period);
    json.writeName(shape.records().substring(1));
    json.writeStartArray();
  }

  @Override
  public int write(DeliveryRow row) {
    json.writeRaw('\n');
    json.writeStartObject();
    fields.write(row, json);
    json.writeName(shape.scores());
    json.writeStartArray();
    for (int item = 0; item < layout.items(); item++) {
      if (!row.score(item).isEmpty()) {
        score(layout.scoreHeader(item), row.score(item));
      }
    }
    row.extraScores.forEach(extra -> score(extra.itemId(), extra.raw()));
    json.writeEndArray();
    json.writeEndObject();
    element++;
    return element;
  }

  private void score(String itemId, String raw) {
    json.writeStartObject();
    json.writeStringProperty(shape.itemKey(), itemId);
    json.writeName(shape.valueKey());
    JsonFields.value(raw, true, json);
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
