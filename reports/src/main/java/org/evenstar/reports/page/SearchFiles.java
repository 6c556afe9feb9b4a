package org.evenstar.reports.page;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenstar.reports.Languages;
import org.evenstar.reports.block.DataBlock;
import org.evenstar.reports.release.CsvDataset;
import org.evenstar.reports.release.Label;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Row;
import org.evenstar.reports.release.Tier;

/**
 * What the search box looks in: regions and bodies in one script a language, institutions in
 * portions that are read and written one row at a time, whatever their number. A reader of a lower
 * tier finds no body and no institution, because none is written.
 */
public final class SearchFiles {
  /** Institutions a script: about a megabyte. */
  private static final int PORTION = 10_000;

  private SearchFiles() {}

  /** Writes {@code find-<language>.js} and {@code find-<number>.js}. */
  public static void write(Release release, PolicyData policy, Path folder) throws IOException {
    Files.createDirectories(folder);
    int portions = release.shows(Tier.INSTITUTION) ? institutions(release, folder) : 0;
    for (String language : Languages.ALL) {
      Map<String, Object> index =
          Map.of("entries", entries(Site.of(release, language), policy), "portions", portions);
      String script = "Evenstar.loaded(\"find-%s\",%s);\n";
      Files.writeString(
          folder.resolve("find-" + language + ".js"),
          script.formatted(language, new DataBlock(index).text()),
          StandardCharsets.UTF_8);
    }
  }

  /** Kind, name, what else it is found by, and page, as seen from the language's folder. */
  private static List<List<String>> entries(Site site, PolicyData policy) {
    Release release = site.release();
    String language = site.language();
    String other = site.t("other.language");
    List<List<String>> out = new ArrayList<>();
    for (String region : policy.regions()) {
      Label label = release.labels().of("region", region);
      out.add(
          List.of(
              "region",
              label.in(language),
              label.in(other) + " " + region,
              "policy/" + Cells.page(region)));
    }
    if (release.shows(Tier.ASSOCIATION)) {
      for (String body : BodyPages.bodies(release)) {
        Label label = release.labels().of("body", body);
        out.add(
            List.of(
                "body",
                label.in(language),
                label.in(other) + " " + body,
                "body/" + PageNames.of(body) + ".html"));
      }
    }
    return out;
  }

  private static int institutions(Release release, Path folder) throws IOException {
    int portion = 0;
    try (CsvDataset rows = release.stream("peer_group").orElseThrow()) {
      while (rows.hasNext()) {
        Path file = folder.resolve("find-" + portion + ".js");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
          out.write("Evenstar.loaded(\"find-" + portion + "\",[");
          for (int i = 0; i < PORTION && rows.hasNext(); i++) {
            Row row = rows.next();
            String code = row.text("institution_code");
            List<String> entry = List.of(row.text("institution_name"), code, release.pageOf(code));
            out.write((i == 0 ? "\n" : ",\n") + new DataBlock(entry).text());
          }
          out.write("]);\n");
        }
        portion++;
      }
    }
    return portion;
  }
}
