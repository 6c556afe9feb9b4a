package org.evenstar.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenstar.schemas.dataset.DatasetSchema;

/** Makes the files of a release tables of an embedded database. */
final class Catalogue {
  /** Parquet first: where a dataset has both, it is the typed one. */
  private static final String PARQUET = ".parquet";

  private static final List<String> ENDINGS = List.of(PARQUET, ".csv");

  /** A CSV without a schema is a description of the release, not a dataset. */
  private static final Set<String> KNOWN =
      DatasetSchema.all().stream().map(DatasetSchema::dataset).collect(Collectors.toSet());

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private Catalogue() {}

  static Connection connection() {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    try {
      return DriverManager.getConnection("jdbc:duckdb:", properties);
    } catch (SQLException e) {
      throw new ReleaseException("Cannot start DuckDB: " + e.getMessage(), e);
    }
  }

  /** Registers what a tier sees; says from which tier each dataset's own name is read. */
  static Map<String, Tier> register(Path release, Tier reader, Connection connection) {
    Map<String, Tier> richest = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (Tier tier : Tier.values()) {
        if (reader.sees(tier)) {
          statement.execute("create schema \"" + tier.folder() + '"');
          for (Map.Entry<String, Path> file : files(release.resolve(tier.folder())).entrySet()) {
            String name = file.getKey();
            String qualified = '"' + tier.folder() + "\"." + name;
            statement.execute(
                "create view " + qualified + " as select * from " + scan(name, file.getValue()));
            statement.execute(
                "create or replace view main." + name + " as select * from " + qualified);
            richest.put(name, tier);
          }
        }
      }
    } catch (SQLException e) {
      throw new ReleaseException(
          "Cannot read release '" + release + "': " + e.getMessage() + "; verify the release", e);
    }
    return richest;
  }

  private static Map<String, Path> files(Path folder) {
    Map<String, Path> out = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return out;
    }
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> sorted = list.sorted().toList();
      for (String ending : ENDINGS) {
        for (Path file : sorted) {
          String name = file.getFileName().toString();
          if (name.endsWith(ending)) {
            String dataset = name.substring(0, name.length() - ending.length());
            if (NAME.matcher(dataset).matches()
                && (ending.equals(PARQUET) || KNOWN.contains(dataset))) {
              out.putIfAbsent(dataset, file);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new ReleaseException("Cannot list '" + folder + "': " + e.getMessage(), e);
    }
    return out;
  }

  private static String scan(String dataset, Path file) {
    String path = "'" + file.toString().replace("'", "''") + "'";
    if (file.toString().endsWith(PARQUET)) {
      return "read_parquet(" + path + ")";
    }
    // Without its schema a column of digits would lose its leading zeros.
    String types =
        DatasetSchema.named(dataset).columns().stream()
            .map(column -> "'" + column.name() + "': '" + sqlType(column.type()) + "'")
            .collect(Collectors.joining(", ", "{", "}"));
    return "read_csv(" + path + ", header = true, nullstr = '', types = " + types + ")";
  }

  private static String sqlType(String type) {
    return type.equals("text") ? "varchar" : type.toLowerCase(Locale.ROOT);
  }
}
