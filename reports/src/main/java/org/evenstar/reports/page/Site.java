package org.evenstar.reports.page;

import java.util.OptionalDouble;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.release.Manifest;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Tier;
import org.evenstar.reports.text.Figures;
import org.evenstar.reports.text.Texts;

/** What every page of one language shares: the release, the words, and how numbers look. */
public record Site(Release release, String language, Texts texts, Figures figures) {
  /** The code of a body, region, category or type that a row does not state. */
  static final String UNSTATED = "UNKNOWN";

  /** The site of a release in one language. */
  public static Site of(Release release, String language) {
    return new Site(release, language, Texts.in(language), Figures.in(language));
  }

  /** A text without parameters. */
  public String t(String key) {
    return texts.of(key);
  }

  /** A text with named parameters. */
  public String t(String key, Object... arguments) {
    return texts.of(key, arguments);
  }

  /** A text with its places unfilled, for a script to fill in. */
  public String pattern(String key) {
    return texts.pattern(key);
  }

  /** The name of a code; what a row does not state is said in words. */
  public String name(String kind, String code) {
    String unstated = "unstated." + kind;
    return code.equals(UNSTATED) && texts.has(unstated)
        ? t(unstated)
        : release.labels().of(kind, code).in(language);
  }

  /** Why a dataset gives nothing here: the release lacks it, or it holds no row for this. */
  Gap gap(String dataset) {
    return gap(dataset, "");
  }

  /** The same with what would fill it. */
  Gap gap(String dataset, String remedy) {
    return new Gap(
        t(release.has(dataset) ? "gap.empty" : "gap.dataset", "dataset", dataset), remedy);
  }

  public Manifest manifest() {
    return release.manifest();
  }

  /** Whether the release is shown to readers of this tier. */
  public boolean shows(Tier tier) {
    return release.shows(tier);
  }

  /** The line under a figure: what it counts, for when, how, out of which release. */
  public String basis(String n, String period, String method) {
    return t(
        "basis", "n", n, "period", period, "method", method, "release", manifest().releaseId());
  }

  /** The title of the run in this language, or the release's id. */
  public String runTitle() {
    String title = manifest().title().in(language);
    return title.isEmpty() ? manifest().releaseId() : title;
  }

  /** Where a figure comes from, for who meets it without its page. */
  public String source() {
    return t(
        "source",
        "title",
        runTitle(),
        "release",
        manifest().releaseId(),
        "as_of",
        manifest().asOf(),
        "model",
        (manifest().modelId() + " " + manifest().modelVersion()).strip());
  }

  /** A star count in words. */
  public String stars(OptionalDouble star) {
    return star.isPresent() ? t("stars", "n", Math.round(star.getAsDouble())) : Figures.ABSENT;
  }

  /** Why a value is not shown; empty where it is. */
  public String absence(String status, String reason) {
    if (status.isEmpty() || status.equals("OK")) {
      return "";
    }
    return reason.isEmpty()
        ? texts.code("status", status)
        : t(
            "status.with_reason",
            "status",
            texts.code("status", status),
            "reason",
            texts.code("reason", reason));
  }
}
