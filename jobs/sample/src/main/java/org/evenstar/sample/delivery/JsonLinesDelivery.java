package org.evenstar.sample.delivery;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON Lines: one dossier a line, its scores an object from item to value. */
final class JsonLinesDelivery implements DeliveryWriter {
  private final JsonFactory factory = new JsonFactory();
  private final BufferedWriter out;
  private final StringWriter line = new StringWriter(4096);
  private final JsonFields fields;
  private final Layout layout;
  private final String scores;
  private int lines;

  JsonLinesDelivery(Path file, Layout layout) throws IOException {
    this.layout = layout;
    this.fields = new JsonFields(layout);
    this.scores = Objects.requireNonNull(layout.source().json().scores());
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  @Override
  public int write(DeliveryRow row) throws IOException {
    String broken = row.brokenText();
    out.write(broken == null ? text(row) : broken);
    out.write('\n');
    lines++;
    return lines;
  }

  private String text(DeliveryRow row) {
    line.getBuffer().setLength(0);
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      fields.write(row, json);
      json.writeName(scores);
      json.writeStartObject();
      for (int item = 0; item < layout.items(); item++) {
        if (!row.score(item).isEmpty()) {
          json.writeStringProperty(layout.scoreHeader(item), row.score(item));
        }
      }
      row.extraScores.forEach(extra -> json.writeStringProperty(extra.itemId(), extra.raw()));
      json.writeEndObject();
      json.writeEndObject();
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
