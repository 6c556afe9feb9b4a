package org.evenstar.reports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Scripts and styles that every page shares, copied beside the pages. */
final class Assets {
  private static final List<String> OWN =
      List.of(
          "site.css",
          "blocks.css",
          "print.css",
          "icon.svg",
          "site.js",
          "tables.js",
          "charts.js",
          "export.js",
          "map.js",
          "picker.js",
          "owntable.js",
          "search.js",
          "whatif.js");

  private static final String ECHARTS =
      "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

  private Assets() {}

  static void copy(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : OWN) {
      copy("/org/evenstar/reports/assets/" + name, folder.resolve(name));
    }
    copy(ECHARTS, folder.resolve("echarts.min.js"));
  }

  private static void copy(String resource, Path to) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "Cannot find '" + resource + "' on the class path: rebuild the reports module");
      }
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
