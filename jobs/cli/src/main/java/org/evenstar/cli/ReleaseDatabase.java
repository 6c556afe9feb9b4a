package org.evenstar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.schemas.dataset.DatasetSchema;

/** A tier of a release as one DuckDB database: a table a dataset, comments from the schemas. */
final class ReleaseDatabase {
  private ReleaseDatabase() {}

  /** Written beside and renamed, so that a failure leaves nothing under the file's name. */
  static void write(Path release, String tier, Path file) throws IOException, SQLException {
    List<Manifest.DatasetEntry> entries =
        ReleaseStore.manifest(release).datasets().stream()
            .filter(entry -> entry.tier().equals(tier))
            .toList();
    if (entries.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot export tier '" + tier + "' of '" + release + "': it has no dataset");
    }
    Path beside = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(beside);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + beside);
        Statement statement = connection.createStatement()) {
      for (Manifest.DatasetEntry entry : entries) {
        table(statement, release.resolve(tier), DatasetSchema.named(entry.name()));
      }
    }
    Files.move(beside, file);
  }

  private static void table(Statement statement, Path folder, DatasetSchema schema)
      throws SQLException {
    Path parquet = folder.resolve(schema.dataset() + ".parquet");
    String source =
        Files.exists(parquet)
            ? "read_parquet(" + quoted(parquet.toString()) + ")"
            : "read_csv(" + quoted(folder.resolve(schema.dataset() + ".csv").toString()) + ")";
    statement.execute("create table " + schema.dataset() + " as select * from " + source);
    statement.execute(
        "comment on table "
            + schema.dataset()
            + " is "
            + quoted(schema.title().zh() + " / " + schema.title().en()));
    for (DatasetSchema.Column column : schema.columns()) {
      String unit = column.unit() == null ? "" : " [" + column.unit() + "]";
      statement.execute(
          "comment on column "
              + schema.dataset()
              + "."
              + column.name()
              + " is "
              + quoted(column.description().zh() + " / " + column.description().en() + unit));
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
