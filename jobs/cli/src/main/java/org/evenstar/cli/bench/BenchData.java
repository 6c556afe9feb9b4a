package org.evenstar.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenstar.landing.LandedColumns;
import org.evenstar.landing.Parallel;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.sample.ScoreSample;

/**
 * Makes landed tables straight as Parquet, month by month and row by row: memory does not grow with
 * their size, and the same options give the same bytes on any number of threads.
 */
final class BenchData {
  static final int MONTHS = 24;
  private static final long SEED = 20231201;

  /** Numbers looked through for a file: of each month there are about 50,000 dossiers in them. */
  private static final long NUMBERS_A_FILE = 50_000L * MONTHS;

  private static final long ABSENT_HASH = 0;

  private final ScoreSample sample = new ScoreSample(MONTHS, SEED);
  private final BenchFolder folder;

  BenchData(BenchFolder folder) {
    this.folder = folder;
  }

  /**
   * Makes at least {@code scores} scores, in whole dossiers.
   *
   * @return how many
   */
  long make(long scores, int threads) throws IOException {
    long dossiers = Math.max(1, (scores + sample.items() - 1) / sample.items());
    sample.writeConfiguration(folder.run());
    Files.writeString(
        folder.run().resolve("config/benchmark.json"), HandWrittenSql.resource("benchmark.json"));
    // peers withhold nothing, so that ours must not either
    Files.writeString(
        folder.run().resolve("config/disclosure.json"), HandWrittenSql.resource("disclosure.json"));
    Path landed = Files.createDirectories(folder.landedFolder());
    none(landed.resolve("problem-0.parquet"), LandedColumns.PROBLEM);
    none(landed.resolve("delivery-0.parquet"), LandedColumns.DELIVERY);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Long>> files = new ArrayList<>();
      for (int month = 0; month < MONTHS; month++) {
        for (long from = 0; from < dossiers; from += NUMBERS_A_FILE) {
          int of = month;
          long first = from;
          long end = Math.min(dossiers, from + NUMBERS_A_FILE);
          files.add(pool.submit(() -> write(landed, of, first, end)));
        }
      }
      long made = 0;
      for (Future<Long> file : files) {
        made += Parallel.result(file);
      }
      return made;
    } finally {
      Parallel.end(pool);
    }
  }

  private static void none(Path file, List<ParquetColumn> columns) throws IOException {
    ParquetTableWriter.create(file, columns, Map.of()).close();
  }

  private long write(Path landed, int month, long from, long end) throws IOException {
    String name = BenchFolder.file(month, from / NUMBERS_A_FILE);
    try (ParquetTableWriter dossiers =
            ParquetTableWriter.create(
                landed.resolve("dossier-" + name), LandedColumns.DOSSIER, Map.of());
        ParquetTableWriter scores =
            ParquetTableWriter.create(
                landed.resolve("score-" + name), LandedColumns.SCORE, Map.of())) {
      for (long number = from; number < end; number++) {
        if (sample.month(number) != month) {
          continue;
        }
        ScoreSample.Scored scored = sample.dossier(number);
        long rowKey = number + 1;
        dossier(scored, rowKey, dossiers);
        scores(scored, rowKey, scores);
      }
      return scores.rows();
    }
  }

  private static void dossier(ScoreSample.Scored scored, long rowKey, ParquetTableWriter out)
      throws IOException {
    out.setLong(0, rowKey);
    out.setLong(1, ABSENT_HASH);
    out.setText(2, "made-up");
    out.setText(3, scored.bodyId());
    out.setText(4, scored.bodyId().toLowerCase(Locale.ROOT));
    out.setText(5, scored.period());
    out.setText(6, scored.bodyId() + '/' + scored.period());
    out.setInt(8, (int) scored.number());
    out.setText(9, "ACCEPTED");
    out.setText(10, scored.dossierNo());
    out.setInt(11, 1);
    out.setText(12, "ASSESS");
    out.setText(13, scored.institutionCode());
    out.setText(14, scored.institutionName());
    out.setText(15, scored.regionCode());
    out.setText(16, scored.sectorId());
    out.setText(17, scored.organisationType());
    out.setInt(18, scored.appliedStar());
    out.setInt(19, scored.awardedStar());
    out.setDate(21, scored.assessedOn().toEpochDay());
    if (scored.certifiedOn() != null) {
      out.setDate(22, scored.certifiedOn().toEpochDay());
    }
    out.endRow();
  }

  private static void scores(ScoreSample.Scored scored, long rowKey, ParquetTableWriter out)
      throws IOException {
    for (int item = 0; item < scored.items(); item++) {
      out.setLong(0, rowKey);
      out.setInt(1, item);
      if (scored.isNotApplicable(item)) {
        out.setText(5, "NOT_APPLICABLE");
      } else {
        out.setLong(3, scored.scoreMicro(item));
        out.setLong(4, scored.scoreMicro(item));
      }
      out.endRow();
    }
  }
}
