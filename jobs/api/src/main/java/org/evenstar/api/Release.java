package org.evenstar.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Model;
import tools.jackson.core.JacksonException;

/**
 * One release, read where it lies and never changed.
 *
 * <p>Every dataset the reader may see is a table in SQL under its own name, from the richest of the
 * reader's tiers; {@code policy.benchmark} names the tier. Rows are asked for, not held: opening a
 * release reads two small files. Not for use by several threads at once.
 */
public final class Release implements AutoCloseable {
  private final Path folder;
  private final Tier tier;
  private final About about;
  private final Connection connection;
  private final Map<String, Dataset> datasets;

  Release(Path folder, Tier tier) {
    this.folder = folder;
    this.tier = tier;
    this.about = json("manifest.json", About.class);
    Connection opened = Catalogue.connection();
    this.connection = opened;
    try {
      this.datasets =
          Catalogue.register(folder, tier, opened).entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey,
                      entry -> Dataset.of(opened, entry.getKey(), entry.getValue())));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What the release says of itself. */
  public About about() {
    return about;
  }

  /** The model in force, as configured. */
  public Model model() {
    return json("model.json", Model.class);
  }

  /** As whom the release is read. */
  public Tier tier() {
    return tier;
  }

  /** Names of the datasets that this reader may see, sorted. */
  public List<String> datasets() {
    return datasets.keySet().stream().sorted().toList();
  }

  /** Whether this reader may see a dataset of that name. */
  public boolean has(String dataset) {
    return datasets.containsKey(dataset);
  }

  /**
   * A dataset by name.
   *
   * @throws IllegalArgumentException when the release has none of that name for this reader
   */
  public Dataset dataset(String name) {
    return Optional.ofNullable(datasets.get(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find dataset '%s' in release '%s' for tier %s: known are %s; choose one"
                        .formatted(name, about.releaseId(), tier, datasets())));
  }

  /** Cells × measures: n, mean with interval, quartiles. Same as {@code dataset("benchmark")}. */
  public Dataset benchmark() {
    return dataset("benchmark");
  }

  /** What should be looked into, with n, effect and level. Association tier. */
  public Dataset signals() {
    return dataset("signal");
  }

  /** One row a current dossier. Association tier. */
  public Dataset dossiers() {
    return dataset("dossier");
  }

  /** Pairs of regions and whether the data can tell them apart. Policy tier. */
  public Dataset regionGaps() {
    return dataset("region_gap");
  }

  /** How strict each body is, or why that cannot be known. Association tier. */
  public Dataset severity() {
    return dataset("severity");
  }

  /**
   * The rows of any query in DuckDB's SQL over this reader's datasets.
   *
   * @param parameters values of the question marks in the query
   * @throws IllegalArgumentException when the query is wrong; the message says where
   */
  public Table sql(String query, Object... parameters) {
    return Query.run(connection, query, List.of(parameters));
  }

  /**
   * The name of a code, such as {@code label("region", "110000")}; the code itself when unknown.
   */
  public LocalText label(String kind, String code) {
    Table found = sql("select name_zh, name_en from label where kind = ? and code = ?", kind, code);
    return found.isEmpty()
        ? new LocalText(code, code)
        : new LocalText(found.row(0).text("name_zh"), found.row(0).text("name_en"));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new ReleaseException("Cannot close release '" + folder + "': " + e.getMessage(), e);
    }
  }

  private <T> T json(String name, Class<T> type) {
    Path file = folder.resolve(name);
    try {
      return Json.MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), type);
    } catch (IOException | JacksonException e) {
      throw new ReleaseException(
          "Cannot read '" + file + "': " + e.getMessage() + "; verify the release", e);
    }
  }

  @Override
  public String toString() {
    return "%s %s %s (%s)"
        .formatted(about.releaseId(), about.modelId(), about.modelVersion(), about.asOf());
  }
}
