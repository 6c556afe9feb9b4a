package org.evenstar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.evenstar.pipeline.publish.metadata.ReleaseWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar export RELEASE --to duckdb|xlsx FILE}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes one tier of a release as one file. 将一个发布版本的一个层级导出为单个文件。")
@SuppressWarnings("NullAway.Init")
final class ExportVerb implements Callable<Integer> {
  /** The form of the file. */
  enum Form {
    DUCKDB,
    XLSX
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RELEASE",
      description = "A release folder, such as out/releases/r0001")
  private Path release;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file to write")
  private Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORM",
      description = "duckdb: a database; xlsx: a workbook of every dataset that a sheet can hold")
  private Form form;

  @Option(
      names = "--tier",
      defaultValue = "public",
      paramLabel = "TIER",
      description = "public (default), policy, association")
  private String tier;

  @Mixin private Language language;

  @Override
  public Integer call() throws IOException, SQLException {
    ReleaseFolder.require(release, "export");
    if (Files.exists(file)) {
      throw new IllegalArgumentException(
          "Cannot export to '" + file + "': it exists; remove it or name another file");
    }
    switch (form) {
      case DUCKDB -> ReleaseDatabase.write(release, tier, file);
      case XLSX -> ReleaseWorkbook.of(release, tier).write(file);
    }
    spec.commandLine().getOut().println((language.isChinese() ? "已写入：" : "written: ") + file);
    return ExitCode.DONE;
  }
}
