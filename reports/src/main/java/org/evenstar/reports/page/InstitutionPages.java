package org.evenstar.reports.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.evenstar.reports.ReportException;
import org.evenstar.reports.release.Release;

/**
 * The private pages in every language, made by all processors from one reading of the files. Memory
 * holds a few batches of institutions, whatever their number.
 */
public final class InstitutionPages {
  private static final int BATCH = 64;

  private final List<Site> sites;
  private final BiConsumer<Site, Page> writer;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool = Executors.newFixedThreadPool(processors);
  private final Deque<Future<?>> working = new ArrayDeque<>();
  private List<InstitutionFile> batch = new ArrayList<>();

  private InstitutionPages(List<Site> sites, BiConsumer<Site, Page> writer) {
    this.sites = sites;
    this.writer = writer;
  }

  /**
   * Hands every institution's page in every language to the writer, from several threads at once.
   *
   * @throws ReportException when the institution tier cannot be read
   */
  public static void write(Release release, List<Site> sites, BiConsumer<Site, Page> writer) {
    InstitutionPages pages = new InstitutionPages(sites, writer);
    try {
      InstitutionFiles.forEach(release, pages::add);
      pages.submit();
      while (!pages.working.isEmpty()) {
        pages.awaitOldest();
      }
    } finally {
      pages.stop();
    }
  }

  /** When one page fails, the others have closed their files before it is told. */
  private void stop() {
    pool.shutdownNow();
    try {
      pool.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(InstitutionFile file) {
    batch.add(file);
    if (batch.size() == BATCH) {
      submit();
    }
  }

  private void submit() {
    List<InstitutionFile> files = List.copyOf(batch);
    batch = new ArrayList<>();
    working.add(pool.submit(() -> files.forEach(this::draw)));
    if (working.size() > 2 * processors) {
      awaitOldest();
    }
  }

  private void draw(InstitutionFile file) {
    sites.forEach(site -> writer.accept(site, new InstitutionPage(site, file).page()));
  }

  private void awaitOldest() {
    try {
      working.removeFirst().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ReportException told
          ? told
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReportException(
          "Cannot write the private pages: the run was interrupted; run it again", e);
    }
  }
}
