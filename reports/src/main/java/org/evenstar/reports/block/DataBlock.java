package org.evenstar.reports.block;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.evenstar.schemas.Json;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * JSON inside {@code <script type="application/json">}: {@code <}, {@code >} and {@code &} stand as
 * escapes, so that no name can close the element or open a comment.
 */
public record DataBlock(Object value) implements Content {
  private static final ObjectWriter COMPACT =
      Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

  /** The escaped JSON. */
  public String text() {
    return COMPACT
        .writeValueAsString(value)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(text());
  }
}
