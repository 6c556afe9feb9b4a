package org.evenstar.pipeline.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * Writes the datasets of a release, one writer for every engine: rows come out of the engine in key
 * order, so a release's bytes do not depend on who computed them.
 */
public final class Publisher {
  private final Engine engine;
  private final Path folder;
  private final Map<String, String> footer;
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Map<String, DatasetRows> written = new ConcurrentSkipListMap<>();

  private record DatasetRows(DatasetSchema schema, long rows) {}

  /**
   * @param folder the release being written
   * @param footer key-value pairs for every Parquet footer
   */
  public Publisher(Engine engine, Path folder, Map<String, String> footer) {
    this.engine = engine;
    this.folder = folder;
    this.footer = Map.copyOf(footer);
  }

  /**
   * Writes one dataset for every tier it belongs to. Several threads may write different datasets
   * at once.
   *
   * @param table the engine's table with at least the schema's columns
   * @return rows written
   */
  public long write(DatasetSchema schema, String table) throws IOException {
    Path place = Files.createDirectories(folder.resolve(schema.tiers().get(0)));
    long n;
    CsvRows csv;
    if (schema.isPrivate()) {
      // Rows of single institutions have no Parquet twin: nobody may read them as a table.
      csv = new CsvRows(schema, place);
      n = rows(schema, table, List.of(csv));
    } else {
      ParquetRows parquetRows = new ParquetRows(schema, place, footer);
      csv = beside(parquetRows, schema, place);
      n = rows(schema, table, List.of(csv, parquetRows));
      String parquet = schema.dataset() + ".parquet";
      copy(schema, parquet, Hashes.sha256(place.resolve(parquet)));
    }
    copy(schema, schema.dataset() + ".csv", csv.sha256());
    for (String tier : schema.tiers()) {
      written.put(tier + "/" + schema.dataset(), new DatasetRows(schema, n));
    }
    return n;
  }

  private static CsvRows beside(ParquetRows opened, DatasetSchema schema, Path place)
      throws IOException {
    try {
      return new CsvRows(schema, place);
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  /** Puts a file of a dataset's first tier into its other tiers. */
  private void copy(DatasetSchema schema, String file, String hash) throws IOException {
    Path first = folder.resolve(schema.tiers().get(0)).resolve(file);
    for (String tier : schema.tiers()) {
      Path other = Files.createDirectories(folder.resolve(tier)).resolve(file);
      if (!other.equals(first)) {
        Files.copy(first, other);
      }
      hashes.put(tier + "/" + file, hash);
    }
  }

  private long rows(DatasetSchema schema, String table, List<BatchSink> sinks) throws IOException {
    try (DatasetWriter writer = new DatasetWriter(schema, sinks);
        Rows rows = engine.inOrder(table, schema.columnNames(), schema.key())) {
      while (rows.next()) {
        writer.write(rows);
      }
      return writer.rows();
    }
  }

  /** Every dataset written so far, by tier and name. */
  public List<Manifest.DatasetEntry> datasets() {
    List<Manifest.DatasetEntry> datasets = new ArrayList<>();
    written.forEach(
        (path, dataset) ->
            datasets.add(
                new Manifest.DatasetEntry(
                    dataset.schema().dataset(),
                    path.substring(0, path.indexOf('/')),
                    dataset.schema().id(),
                    dataset.rows())));
    return datasets;
  }

  private String hash(String path, Path file) throws IOException {
    String known = hashes.get(path);
    return known == null ? Hashes.sha256(file) : known;
  }

  /** Writes {@code manifest.json} over every file written so far. */
  public void writeManifest(Manifest manifest) throws IOException {
    List<Manifest.FileEntry> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file :
          found.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        DatasetRows rows = written.get(path.substring(0, Math.max(0, path.lastIndexOf('.'))));
        files.add(
            new Manifest.FileEntry(
                path,
                rows == null ? null : rows.schema().dataset(),
                rows == null ? null : rows.schema().id(),
                rows == null ? null : Long.valueOf(rows.rows()),
                Files.size(file),
                hash(path, file)));
      }
    }
    Manifest full =
        new Manifest(
            manifest.releaseId(),
            manifest.supersedes(),
            manifest.title(),
            manifest.asOf(),
            manifest.modelId(),
            manifest.modelVersion(),
            manifest.inferred(),
            manifest.synthetic(),
            manifest.engine(),
            manifest.codeVersion(),
            manifest.configHash(),
            new TreeMap<>(manifest.inputs()),
            datasets(),
            files);
    Files.writeString(
        folder.resolve("manifest.json"),
        Json.MAPPER.writeValueAsString(full) + "\n",
        StandardCharsets.UTF_8);
  }
}
