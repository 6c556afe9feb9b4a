package org.evenstar.engine.spark;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.evenstar.engine.EngineException;
import org.evenstar.engine.EngineOptions;

/**
 * A Spark session with the settings that make its answers those of DuckDB. Whatever the user sets
 * as a system property {@code spark.*} stands, except for what would change a number.
 *
 * @param spark the session, with table names of its own
 * @param isOwned whether this engine started Spark, and so ends it
 * @param isCluster whether the work is done by other processes
 */
record Session(SparkSession spark, boolean isOwned, boolean isCluster) {

  /** Starts Spark, or joins the one that runs in this JVM (under spark-submit, in a notebook). */
  static Session open(String address, EngineOptions options) {
    String master = address.equals("spark") ? submitted(options) : address;
    boolean isCluster = !master.startsWith("local");
    boolean isOwned = SparkSession.getDefaultSession().isEmpty();
    if (isOwned) {
      Cluster.checkReachable(master);
    }
    try {
      SparkSession spark =
          SparkSession.builder().config(conf(master, isCluster, options)).getOrCreate();
      if (isOwned && isCluster) {
        Cluster.awaitExecutor(spark, master, options);
      }
      SparkSession own = isOwned ? spark : spark.newSession();
      settle(own);
      return new Session(own, isOwned, isCluster);
    } catch (EngineException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Failure.of("open engine '" + address + "'", e);
    }
  }

  /** The cluster that spark-submit was given; without it this machine. */
  private static String submitted(EngineOptions options) {
    return System.getProperty("spark.master", "local[" + options.threads() + "]");
  }

  private static SparkConf conf(String master, boolean isCluster, EngineOptions options) {
    Path folder = options.temporaryFolder().toAbsolutePath();
    SparkConf conf = new SparkConf().setMaster(master);
    conf.setIfMissing("spark.app.name", "evenstar");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString());
    conf.setIfMissing("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    // Small tables in one piece, large ones in pieces of 32 MB, whatever the number of partitions.
    conf.setIfMissing("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
    conf.setIfMissing("spark.sql.adaptive.advisoryPartitionSizeInBytes", "32m");
    if (isCluster) {
      conf.setIfMissing("spark.executor.memory", options.memoryMegabytes() + "m");
    } else {
      conf.setIfMissing("spark.local.dir", folder.toString());
      conf.setIfMissing("spark.driver.host", "localhost");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing(
          "spark.sql.shuffle.partitions", Integer.toString(Math.max(8, 4 * options.threads())));
      // Running out of memory fails the query, with its reason; it does not end the process.
      conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
    }
    return conf;
  }

  /** What an answer depends on is not left to whoever configured the cluster. */
  private static void settle(SparkSession spark) {
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.conf().set("spark.sql.ansi.enabled", "true");
    spark.conf().set("spark.sql.ansi.doubleQuotedIdentifiers", "true");
    spark.conf().set("spark.sql.adaptive.enabled", "true");
    spark.conf().set("spark.sql.caseSensitive", "false");
    spark.conf().set("spark.sql.session.collation.default", "UTF8_BINARY");
    spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
    spark.conf().set("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED");
    spark.conf().set("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED");
  }
}
