package org.evenstar.engine.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL on Spark. A created table is written as Parquet, so it is computed once, survives the
 * loss of a worker and takes no memory.
 */
final class SparkEngine implements Engine {
  private final SparkSession spark;
  private final boolean isOwned;
  private final Path temporaryFolder;
  private final Staging staging;
  private final @Nullable WorkerWatch watch;

  SparkEngine(Session session, EngineOptions options) {
    this.spark = session.spark();
    this.isOwned = session.isOwned();
    this.temporaryFolder = options.temporaryFolder();
    SparkContext context = spark.sparkContext();
    this.watch = session.isCluster() ? new WorkerWatch(context) : null;
    this.staging =
        attempt(
            "open the folder for its tables",
            () ->
                new Staging(
                    context.conf().get("spark.evenstar.staging", ""),
                    temporaryFolder,
                    "evenstar-" + UUID.randomUUID(),
                    context.hadoopConfiguration()));
  }

  @Override
  public String name() {
    return "spark " + spark.version();
  }

  @Override
  public synchronized void register(String table, List<Path> parquetFiles) {
    attempt(
        "register table '" + table + "'",
        () -> {
          String[] files = staging.readable(table, parquetFiles);
          spark.read().parquet(files).createOrReplaceTempView(lower(table));
          return true;
        });
  }

  @Override
  public synchronized void create(String table, String query) {
    attempt(
        "compute table '" + table + "'",
        () -> {
          Dataset<Row> result = spark.sql(query);
          var folder = staging.folder(lower(table));
          result.write().parquet(folder.toString());
          spark
              .read()
              .schema(result.schema())
              .parquet(folder.toString())
              .createOrReplaceTempView(lower(table));
          staging.keep(lower(table), folder);
          return true;
        });
  }

  @Override
  public Rows query(String query) {
    return attempt(
        "run query '" + query.lines().findFirst().orElse("") + "'",
        () -> new SparkRows(spark.sql(query)));
  }

  @Override
  public synchronized void write(String query, Path folder) {
    attempt(
        "write '" + folder + "'",
        () -> {
          var target = staging.writeTo(folder);
          spark.sql(query).write().parquet(target.toString());
          staging.bring(target, folder);
          return true;
        });
  }

  @Override
  public long pieceBytes() {
    return Long.MAX_VALUE;
  }

  @Override
  public synchronized void drop(String table) {
    attempt(
        "drop table '" + table + "'",
        () -> {
          spark.catalog().dropTempView(lower(table));
          staging.free(lower(table));
          return true;
        });
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    attempt(
        "close engine 'spark'",
        () -> {
          staging.close();
          if (isOwned) {
            spark.stop();
            removeTemporaryFolder();
          }
          return true;
        });
  }

  private void removeTemporaryFolder() throws IOException {
    if (Files.notExists(temporaryFolder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(temporaryFolder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static String lower(String table) {
    return table.toLowerCase(Locale.ROOT);
  }

  /** Spark throws checked exceptions that it does not declare, and errors when memory is short. */
  static <T> T attempt(String what, Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (Exception | OutOfMemoryError e) {
      throw Failure.of(what, e);
    }
  }

  /** Something that Spark may fail to do. */
  interface Attempt<T> {
    T run() throws Exception;
  }
}
