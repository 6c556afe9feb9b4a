package org.evenstar.pipeline.publish.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.Publication;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * Writes beside the datasets of each tier what describes them: {@code datapackage.json}, {@code
 * csv-metadata.json}, {@code dcat.jsonld}, {@code codebook.csv}, {@code codebook.html}, {@code
 * CITATION.cff}, {@code README.md} and {@code workbook.xlsx}.
 *
 * <p>A tier's folder can be handed on by itself: it names nothing that another tier holds. There is
 * no clock in it and no size of a file, so it changes only with what it describes; sizes and
 * checksums are in the manifest.
 */
public final class ReleaseMetadata {
  private final Path release;
  private final Manifest head;
  private final Publication publication;

  /**
   * @param release the release being written
   * @param head its manifest; datasets and files need not be listed yet
   */
  public ReleaseMetadata(Path release, Manifest head, Publication publication) {
    this.release = release;
    this.head = head;
    this.publication = publication;
  }

  /**
   * Describes every tier that has datasets, but for the institutions' private files.
   *
   * @param schemas every dataset schema, in the order in which datasets are listed
   * @param written what was written, with its rows
   */
  public void write(List<DatasetSchema> schemas, List<Manifest.DatasetEntry> written)
      throws IOException {
    Map<String, Map<String, Long>> rows = new TreeMap<>();
    for (Manifest.DatasetEntry entry : written) {
      if (entry.tier().equals(DatasetSchema.PRIVATE_TIER)) {
        continue;
      }
      rows.computeIfAbsent(entry.tier(), tier -> new TreeMap<>()).put(entry.name(), entry.rows());
    }
    List<DescribedTier> tiers = new ArrayList<>();
    for (Map.Entry<String, Map<String, Long>> tier : rows.entrySet()) {
      Path folder = release.resolve(tier.getKey());
      List<DescribedDataset> datasets = new ArrayList<>();
      for (DatasetSchema schema : schemas) {
        Long n = tier.getValue().get(schema.dataset());
        if (n != null) {
          datasets.add(DescribedDataset.in(folder, schema, n));
        }
      }
      tiers.add(new DescribedTier(head, publication, tier.getKey(), datasets));
    }
    try {
      tiers.parallelStream().forEach(this::writeUnchecked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void writeUnchecked(DescribedTier tier) {
    try {
      write(release.resolve(tier.tier()), tier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path folder, DescribedTier tier) throws IOException {
    new ReleaseWorkbook(folder, tier, publication.workbookMaxRows())
        .write(folder.resolve("workbook.xlsx"));
    json(folder.resolve("datapackage.json"), DataPackage.of(tier));
    json(folder.resolve("csv-metadata.json"), CsvwTables.of(tier));
    json(folder.resolve("dcat.jsonld"), DcatCatalogue.of(tier));
    Files.writeString(folder.resolve("CITATION.cff"), Citation.of(tier));
    Files.writeString(folder.resolve("README.md"), ReleaseReadme.of(tier));
    Codebook codebook = new Codebook(tier);
    codebook.writeCsv(folder.resolve("codebook.csv"));
    Files.writeString(folder.resolve("codebook.html"), codebook.html());
  }

  private static void json(Path file, Map<String, Object> document) throws IOException {
    Files.writeString(file, Json.MAPPER.writeValueAsString(document) + "\n");
  }
}
