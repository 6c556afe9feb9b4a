package org.evenstar.pipeline.publish.metadata;

import org.evenstar.schemas.config.LocalText;

/** Pages in both languages, without script, and text put into them. */
final class Html {
  /** The end of a page. */
  static final String CLOSE = "</body></html>\n";

  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;"
          + "color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%}"
          + "th,td{border-bottom:1px solid #bbb;padding:.3rem .5rem;text-align:left;"
          + "vertical-align:top;overflow-wrap:anywhere}h2{margin-top:2rem}"
          + "@media(prefers-color-scheme:dark){body{color:#eee;background:#1a1a1a}"
          + "a{color:#9cf}th,td{border-color:#666}}";

  private Html() {}

  /** The beginning of a page, with its heading. */
  static StringBuilder open(LocalText title) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    html.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    html.append(" style-src 'unsafe-inline'\">");
    html.append("<title>").append(escape(title.zh() + " " + title.en()));
    html.append("</title><style>").append(STYLE).append("</style></head><body>\n<h1>");
    both(html, title);
    return html.append("</h1>\n");
  }

  /** A text in both languages. */
  static void both(StringBuilder html, LocalText text) {
    html.append("<span lang=\"zh\">").append(escape(text.zh())).append("</span> ");
    html.append(escape(text.en()));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
