package org.evenstar.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.evenstar.reports.page.InstitutionPages;
import org.evenstar.reports.page.PolicyData;
import org.evenstar.reports.page.PolicyFiles;
import org.evenstar.reports.page.SearchFiles;
import org.evenstar.reports.page.Site;
import org.evenstar.reports.page.SitePages;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Tier;
import org.evenstar.reports.text.Figures;
import org.evenstar.reports.text.Texts;

/**
 * Makes the site of one release: plain files that open by double click and need no network. The
 * same release gives the same bytes.
 */
public final class SiteBuilder {
  private SiteBuilder() {}

  /** Loads what drawing needs on a thread of its own while the caller does other work. */
  public static void warmUp() {
    Thread thread =
        new Thread(
            () ->
                Languages.ALL.forEach(
                    language -> {
                      Texts.in(language).of("stars", "n", 3);
                      Figures.in(language).whole(1000);
                    }),
            "site-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** What was written. */
  public record Summary(Path entry, int pages) {}

  /**
   * Writes the site of a release into a folder, over what stands there.
   *
   * @param release a release directory, {@code DIR/releases/r0001}
   * @throws ReportException when the release cannot be read or the site not be written
   */
  public static Summary build(Path release, Path out, ReportOptions options) {
    Release source = Release.open(release, options.tiers());
    PolicyData policy = PolicyData.read(source);
    PageWriter writer = new PageWriter(out);
    try {
      Files.createDirectories(out);
      Assets.copy(out.resolve("assets"));
      PolicyFiles.write(policy, out.resolve("data"));
      SearchFiles.write(source, policy, out.resolve("data"));
      List<Site> sites = Languages.ALL.stream().map(language -> Site.of(source, language)).toList();
      inAllLanguages(
          sites, site -> new SitePages(site, policy).forEach(page -> writer.write(site, page)));
      if (source.shows(Tier.INSTITUTION)) {
        InstitutionPages.write(source, sites, writer::write);
      }
      writer.writeEntry(options.language());
    } catch (IOException e) {
      throw new ReportException(
          "Cannot write the site to '" + out + "': " + e.getMessage() + "; choose another folder",
          e);
    }
    return new Summary(out.resolve("index.html"), writer.pages());
  }

  /** At once, and to the end of all: when one fails, the others have closed their files. */
  private static void inAllLanguages(List<Site> sites, Consumer<Site> pages) {
    CompletableFuture<?>[] writing =
        sites.stream()
            .map(site -> CompletableFuture.runAsync(() -> pages.accept(site)))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(writing).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
