package org.evenstar.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.evenstar.landing.Folders;

/** Makes the data once and measures every subject in turn. */
public final class Bench {
  private static final String BARE = "bare";
  private static final String OWN = "evenstar";
  private static final String MONTH = "new-month";
  private static final Set<String> PEERS = Set.of("duckdb-sql", "spark-sql", "data.table");

  private final Path folder;
  private final String engine;
  private final List<String> peers;
  private final boolean withNewMonth;
  private final int threads;
  private final long memoryMegabytes;
  private final String codeVersion;

  /**
   * @param folder where the data are made, or were made before
   * @param engine address of the engine that the path runs on
   * @param peers any of {@code duckdb-sql}, {@code spark-sql}, {@code data.table}
   * @param withNewMonth measure a month that is added to 23 months before, too
   * @param threads threads of every subject
   * @param memoryMegabytes memory an engine may hold before it spills
   */
  public Bench(
      Path folder,
      String engine,
      List<String> peers,
      boolean withNewMonth,
      int threads,
      long memoryMegabytes,
      String codeVersion) {
    for (String peer : peers) {
      if (!PEERS.contains(peer)) {
        throw new IllegalArgumentException(
            "Cannot measure against '"
                + peer
                + "': known are data.table, duckdb-sql and spark-sql; choose among them");
      }
    }
    this.folder = folder;
    this.engine = engine;
    this.peers = List.copyOf(peers);
    this.withNewMonth = withNewMonth;
    this.threads = threads;
    this.memoryMegabytes = memoryMegabytes;
    this.codeVersion = codeVersion;
  }

  /**
   * Measures.
   *
   * @param rows scores to make
   * @param pairs how often
   * @throws IOException when something cannot be measured, or a peer comes to other cells
   */
  public BenchResult run(long rows, int pairs) throws IOException {
    BenchFolder data = new BenchFolder(folder.resolve("scores-" + rows));
    long made = make(data, rows);
    Path work = Files.createDirectories(folder.resolve("work"));
    BenchProcess process = new BenchProcess(data, work, threads, memoryMegabytes);
    List<Measured> all = new ArrayList<>();
    try {
      // everything reads its files from memory, the first, too
      process.measure(BARE, "duckdb");
      for (int pair = 0; pair < pairs; pair++) {
        for (String subject : subjects()) {
          if (subject.equals(MONTH)) {
            process.measure("former-months", engine);
          }
          all.add(process.measure(subject, engineOf(subject)));
        }
      }
    } finally {
      Folders.delete(work);
    }
    refuseOtherCells(all);
    return BenchResult.of(made, data.bytes(), threads, memoryMegabytes, codeVersion, all);
  }

  private long make(BenchFolder data, long rows) throws IOException {
    Path done = data.root().resolve("made");
    if (!Files.exists(done)) {
      Folders.delete(data.root());
      long made = new BenchData(data).make(rows, threads);
      Files.writeString(done, Long.toString(made));
    }
    return Long.parseLong(Files.readString(done));
  }

  private Set<String> subjects() {
    Set<String> subjects = new LinkedHashSet<>(List.of(BARE, OWN));
    if (withNewMonth) {
      subjects.add(MONTH);
    }
    subjects.addAll(peers);
    return subjects;
  }

  private String engineOf(String subject) {
    return switch (subject) {
      case OWN, MONTH -> engine;
      case "spark-sql" -> engine.startsWith("spark") ? engine : "spark";
      default -> "duckdb";
    };
  }

  private static void refuseOtherCells(List<Measured> all) throws IOException {
    Measured own = null;
    for (Measured measured : all) {
      if (measured.subject().equals(OWN)) {
        own = measured;
      }
    }
    for (Measured measured : all) {
      if (own != null && !measured.subject().equals(BARE) && !measured.agreesWith(own)) {
        throw new IOException(
            "Cannot compare '"
                + measured.subject()
                + "': its cells "
                + measured.cells()
                + " are not those of evenstar, "
                + own.cells());
      }
    }
  }
}
