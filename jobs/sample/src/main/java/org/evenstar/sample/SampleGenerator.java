package org.evenstar.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.evenstar.sample.population.Clientele;
import org.evenstar.schemas.Json;

/**
 * Makes a complete run folder of six bodies' deliveries with its planted truth. The same options
 * give the same bytes, on any number of threads. Memory does not grow with the number of
 * institutions: each body's month is written on its own, row by row, and every institution follows
 * from its number.
 */
public final class SampleGenerator {
  private final World world;
  private final Path landing;

  private SampleGenerator(World world, Path landing) {
    this.world = world;
    this.landing = landing;
  }

  /**
   * Writes {@code run.json}, {@code config/}, {@code landing/} and {@code truth.json}.
   *
   * @param out a folder that is empty or does not exist
   * @throws IOException when a file cannot be written
   */
  public static SampleSummary generate(SampleOptions options, Path out) throws IOException {
    refuseFull(out);
    World world = new World(options);
    new RunFolder(world.calendar).write(out, options.institutions());
    Path landing = out.resolve("landing");
    Ledger ledger = new SampleGenerator(world, landing).deliveries();
    Damage damage =
        options.hasMesses() ? new OddFiles(world, landing, ledger).write() : Damage.none();
    Truth truth = new TruthTeller(world).tell(ledger, damage);
    String json = Json.MAPPER.writeValueAsString(truth).replace(System.lineSeparator(), "\n");
    Files.writeString(out.resolve("truth.json"), json + "\n", StandardCharsets.UTF_8);
    long rows = truth.counts().stream().mapToLong(Truth.BodyCounts::read).sum();
    return new SampleSummary(out, rows, truth.problems().size());
  }

  private static void refuseFull(Path out) throws IOException {
    if (Files.isDirectory(out)) {
      try (Stream<Path> entries = Files.list(out)) {
        if (entries.findAny().isPresent()) {
          throw new IllegalArgumentException(
              "Cannot write a sample to '"
                  + out
                  + "': the folder is not empty; name a new folder or empty it");
        }
      }
    }
  }

  private Ledger deliveries() throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Ledger>> months = new ArrayList<>();
      for (int month = 0; month < world.options.months(); month++) {
        for (Clientele body : Clientele.all()) {
          BodyMonth cell = new BodyMonth(world, landing, body, month);
          months.add(pool.submit(cell::write));
        }
      }
      Ledger all = new Ledger();
      for (Future<Ledger> month : months) {
        all.addAll(month.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IOException("Cannot write the deliveries: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot write the deliveries: interrupted; run again", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
