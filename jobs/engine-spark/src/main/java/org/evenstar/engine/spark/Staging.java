package org.evenstar.engine.spark;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where a session keeps its tables: a folder that every worker reads and writes. It is the engine's
 * temporary folder, or, where workers do not share this machine's disk, any Hadoop file system
 * ({@code spark.evenstar.staging=hdfs://…}); files of this machine are then copied there once.
 */
final class Staging implements AutoCloseable {
  private final FileSystem files;
  private final Path root;
  private final boolean isElsewhere;
  private final Map<String, Path> folders = new HashMap<>();
  private int made;

  /**
   * @param elsewhere address of a folder, or empty for the temporary folder
   * @param session a name no other session has
   */
  Staging(
      String elsewhere, java.nio.file.Path temporaryFolder, String session, Configuration hadoop)
      throws IOException {
    this.isElsewhere = !elsewhere.isEmpty();
    Path parent =
        isElsewhere ? new Path(elsewhere) : new Path(temporaryFolder.toAbsolutePath().toUri());
    this.root = new Path(parent, session);
    this.files = root.getFileSystem(hadoop);
  }

  /** A folder for a table's new rows; nothing is there yet. */
  Path folder(String table) {
    made++;
    return new Path(root, table + "-" + made);
  }

  /** Remembers where a table's rows are now, and frees where they were. */
  void keep(String table, Path folder) throws IOException {
    Path former = folders.put(table, folder);
    if (former != null) {
      files.delete(former, true);
    }
  }

  /** Frees a table's rows. */
  void free(String table) throws IOException {
    Path former = folders.remove(table);
    if (former != null) {
      files.delete(former, true);
    }
  }

  /** Addresses under which every worker reads these files. */
  String[] readable(String table, List<java.nio.file.Path> parquetFiles) throws IOException {
    if (!isElsewhere) {
      free(table);
      return parquetFiles.stream().map(f -> f.toUri().toString()).toArray(String[]::new);
    }
    Path folder = folder(table);
    files.mkdirs(folder);
    String[] copies = new String[parquetFiles.size()];
    for (int i = 0; i < copies.length; i++) {
      Path copy = new Path(folder, i + ".parquet");
      files.copyFromLocalFile(new Path(parquetFiles.get(i).toUri()), copy);
      copies[i] = copy.toString();
    }
    keep(table, folder);
    return copies;
  }

  /** Where the workers write what goes to this folder of ours. */
  Path writeTo(java.nio.file.Path folder) {
    return isElsewhere ? folder("written") : new Path(folder.toAbsolutePath().toUri());
  }

  /** Brings what was written to this machine. */
  void bring(Path written, java.nio.file.Path folder) throws IOException {
    if (isElsewhere) {
      files.copyToLocalFile(true, written, new Path(folder.toAbsolutePath().toUri()), true);
    }
  }

  @Override
  public void close() throws IOException {
    files.delete(root, true);
  }
}
