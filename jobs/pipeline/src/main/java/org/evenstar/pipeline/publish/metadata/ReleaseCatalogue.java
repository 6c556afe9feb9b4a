package org.evenstar.pipeline.publish.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenstar.landing.Folders;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.schemas.config.LocalText;

/**
 * {@code OUT/releases.html}: every release of an output folder, newest first, what it supersedes,
 * what it holds for whom, and what changed.
 */
public final class ReleaseCatalogue {
  private static final List<String> TIERS = List.of("public", "policy", "association");

  private ReleaseCatalogue() {}

  /** Writes it anew, beside and renamed, so that a reader never meets half a page. */
  public static void write(Path out) throws IOException {
    List<String> ids = ReleaseStore.releases(out);
    StringBuilder html = Html.open(new LocalText("发布版本目录", "Catalogue of releases"));
    html.append("<table><thead><tr>");
    header(html, "版本", "Release");
    header(html, "截至日期", "As of");
    header(html, "标题", "Title");
    header(html, "评估模型", "Model");
    header(html, "状态", "Status");
    header(html, "内容", "Contents");
    html.append("</tr></thead><tbody>\n");
    for (int i = ids.size() - 1; i >= 0; i--) {
      String successor = i + 1 < ids.size() ? ids.get(i + 1) : "";
      row(html, out.resolve("releases").resolve(ids.get(i)), successor);
    }
    html.append("</tbody></table>\n").append(Html.CLOSE);
    Folders.write(out.resolve(".work/releases.html"), out.resolve("releases.html"), html);
  }

  private static void header(StringBuilder html, String zh, String en) {
    html.append("<th scope=\"col\">");
    Html.both(html, new LocalText(zh, en));
    html.append("</th>");
  }

  private static void row(StringBuilder html, Path release, String successor) throws IOException {
    Manifest manifest = ReleaseStore.manifest(release);
    html.append("<tr><th scope=\"row\">").append(manifest.releaseId()).append("</th><td>");
    html.append(Html.escape(manifest.asOf())).append("</td><td>");
    Html.both(html, manifest.title());
    html.append("</td><td>")
        .append(Html.escape(manifest.modelId() + " " + manifest.modelVersion()));
    if (manifest.inferred()) {
      html.append("<br>");
      Html.both(html, new LocalText("推断模型", "inferred model"));
    }
    html.append("</td><td>");
    Html.both(
        html,
        successor.isEmpty()
            ? new LocalText("现行", "current")
            : new LocalText("被 " + successor + " 取代", "superseded by " + successor));
    html.append("</td><td>");
    for (String tier : TIERS) {
      if (Files.isDirectory(release.resolve(tier))) {
        tier(html, "releases/" + manifest.releaseId() + "/" + tier, release.resolve(tier));
      }
    }
    html.append("</td></tr>\n");
  }

  private static void tier(StringBuilder html, String path, Path folder) {
    String name = String.valueOf(folder.getFileName());
    link(html, path + "/codebook.html", name);
    if (Files.exists(folder.resolve("changes.json"))) {
      link(html, path + "/changes.json", name + ": 变更 changes");
    }
  }

  private static void link(StringBuilder html, String path, String text) {
    html.append("<a href=\"").append(Html.escape(path)).append("\">");
    html.append(Html.escape(text)).append("</a><br>");
  }
}
