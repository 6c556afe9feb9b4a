package org.evenstar.schemas.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One published dataset.
 *
 * @param dataset name, singular snake_case
 * @param version semantic version of its columns; a removed or redefined column raises the first
 *     number
 * @param tiers who may see it: public, policy, association, institution
 * @param key columns that tell its rows apart, in sort order
 */
public record DatasetSchema(
    String dataset,
    String version,
    LocalText title,
    LocalText grain,
    List<String> tiers,
    List<String> key,
    List<Column> columns) {

  /** The tier of single institutions: one file each, handed to nobody as a whole. */
  public static final String PRIVATE_TIER = "institution";

  public DatasetSchema {
    tiers = List.copyOf(tiers);
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param type text, int, bigint, double, boolean or date
   * @param unit unit of a number, null where it has none
   * @param distinct whether most rows differ in it: names and numbers of things
   */
  public record Column(
      String name,
      String type,
      boolean nullable,
      @Nullable String unit,
      boolean distinct,
      LocalText description) {}

  /** Every dataset schema, in the order of {@code datasets/index.json}. */
  public static List<DatasetSchema> all() {
    String[] names = Json.MAPPER.readValue(text("index"), String[].class);
    return java.util.Arrays.stream(names).map(DatasetSchema::named).toList();
  }

  /** One dataset's schema. */
  public static DatasetSchema named(String dataset) {
    return Json.MAPPER.readValue(text(dataset), DatasetSchema.class);
  }

  /** The `$id` under which the manifest names this schema. */
  public String id() {
    return "https://evenstar.org/dataset/" + dataset + "/" + version;
  }

  /** Whether its rows are single institutions' own. */
  public boolean isPrivate() {
    return tiers.contains(PRIVATE_TIER);
  }

  /** The names of its columns, in order. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** Position of a column. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "Cannot find column '" + column + "' in dataset '" + dataset + "'");
  }

  private static String text(String name) {
    String resource = "/org/evenstar/schemas/datasets/" + name + ".json";
    try (InputStream in = DatasetSchema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("Cannot find dataset '" + name + "': no such schema");
      }
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
