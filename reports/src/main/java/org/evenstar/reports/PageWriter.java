package org.evenstar.reports;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenstar.reports.page.Page;
import org.evenstar.reports.page.Site;

/**
 * Draws pages through the precompiled templates and writes them where their links expect them; for
 * several threads at once.
 */
final class PageWriter {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          PageWriter.class.getClassLoader(),
          "org.evenstar.reports.template");
  private final Path out;
  private final AtomicInteger pages = new AtomicInteger();

  PageWriter(Path out) {
    this.out = out;
  }

  void write(Site site, Page page) {
    Utf8ByteOutput html = new Utf8ByteOutput();
    templates.render("page.jte", Map.of("site", site, "page", page), html);
    Path file = out.resolve(site.language()).resolve(page.path());
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        html.writeTo(to);
      }
    } catch (IOException e) {
      throw new ReportException(
          "Cannot write '" + file + "': " + e.getMessage() + "; choose another folder", e);
    }
    pages.incrementAndGet();
  }

  /** The first page only leads on to a language; it works without a script. */
  void writeEntry(String language) throws IOException {
    String html =
        """
        <!doctype html>
        <html lang="%1$s">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
        <meta http-equiv="refresh" content="0; url=%1$s/index.html">
        <title>星衡 Evenstar</title>
        </head>
        <body><p><a href="zh/index.html">中文</a> · <a href="en/index.html">English</a></p></body>
        </html>
        """
            .formatted(language);
    Files.writeString(out.resolve("index.html"), html, StandardCharsets.UTF_8);
  }

  int pages() {
    return pages.get();
  }
}
