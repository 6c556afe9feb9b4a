package org.evenstar.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenstar.parquet.ParquetTableReader;
import org.evenstar.schemas.dataset.DatasetSchema;
import tools.jackson.core.JacksonException;

/** Checks that a release is whole and unchanged: files, checksums, schemas, rows. */
public final class ReleaseVerifier {
  private final Path release;
  private final List<String> problems = new ArrayList<>();

  public ReleaseVerifier(Path release) {
    this.release = release;
  }

  /** Every problem found; empty when the release is as it was published. */
  public List<String> verify() throws IOException {
    Manifest manifest;
    try {
      manifest = ReleaseStore.manifest(release);
    } catch (IOException | JacksonException e) {
      return List.of("manifest.json: it cannot be read: " + e.getMessage());
    }
    Set<String> listed = new HashSet<>();
    listed.add("manifest.json");
    listed.add(ReleaseSignature.FILE);
    for (Manifest.FileEntry entry : manifest.files()) {
      listed.add(entry.path());
      check(entry);
    }
    try (Stream<Path> found = Files.walk(release)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String path = release.relativize(file).toString().replace('\\', '/');
        if (!listed.contains(path)) {
          problems.add(path + ": it is not in the manifest");
        }
      }
    }
    return List.copyOf(problems);
  }

  private void check(Manifest.FileEntry entry) throws IOException {
    Path file = release.resolve(entry.path());
    if (!Files.isRegularFile(file)) {
      problems.add(entry.path() + ": it is missing");
      return;
    }
    String sha256 = Hashes.sha256(file);
    if (!sha256.equals(entry.sha256())) {
      problems.add(
          entry.path() + ": its SHA-256 is " + sha256 + ", the manifest says " + entry.sha256());
      return;
    }
    if (entry.path().endsWith(".parquet") && entry.dataset() != null) {
      checkRows(entry, file);
    }
  }

  private void checkRows(Manifest.FileEntry entry, Path file) throws IOException {
    DatasetSchema schema = DatasetSchema.named(java.util.Objects.requireNonNull(entry.dataset()));
    try (ParquetTableReader reader = ParquetTableReader.open(file)) {
      List<String> expected = schema.columnNames();
      if (schema.id().equals(entry.schema()) && !reader.columns().equals(expected)) {
        problems.add(
            entry.path() + ": its columns are " + reader.columns() + ", expected " + expected);
      }
      if (entry.rows() != null && reader.rowCount() != entry.rows()) {
        problems.add(
            entry.path()
                + ": it has "
                + reader.rowCount()
                + " rows, the manifest says "
                + entry.rows());
      }
    }
  }
}
