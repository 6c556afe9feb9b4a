package org.evenstar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.evenstar.engine.EngineException;
import org.evenstar.pipeline.RunStopped;
import org.evenstar.reports.ReportException;
import org.evenstar.schemas.config.ConfigException;
import picocli.CommandLine;

/** The one place where a failure becomes a message and an exit code. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(message(failure));
    if (System.getenv("EVENSTAR_DEBUG") != null) {
      failure.printStackTrace(command.getErr());
    }
    return code(failure);
  }

  static int code(Exception failure) {
    if (failure instanceof RunStopped) {
      return ExitCode.STOPPED;
    }
    return failure instanceof ConfigException || failure instanceof IllegalArgumentException
        ? ExitCode.USAGE
        : ExitCode.UNEXPECTED;
  }

  static String message(Exception failure) {
    if (failure instanceof ConfigException
        || failure instanceof RunStopped
        || failure instanceof EngineException
        || failure instanceof ReportException
        || failure instanceof IllegalArgumentException) {
      return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
    if (failure instanceof UncheckedIOException unchecked) {
      return message((Exception) unchecked.getCause());
    }
    if (failure instanceof FileSystemException file) {
      return "Cannot use file '" + file.getFile() + "': " + reason(file);
    }
    if (failure instanceof IOException) {
      String said = String.valueOf(failure.getMessage());
      return (said.startsWith("Cannot ") ? said : "Cannot read or write: " + said) + remedy(said);
    }
    return "Cannot go on: " + failure + "; set EVENSTAR_DEBUG=1 and report the trace";
  }

  private static String reason(FileSystemException file) {
    if (file instanceof NoSuchFileException) {
      return "it does not exist; check the path";
    }
    if (file instanceof AccessDeniedException) {
      return "access is denied; check its permissions";
    }
    String reason = String.valueOf(file.getReason());
    return reason + remedy(reason);
  }

  private static String remedy(String said) {
    String reason = said.toLowerCase(Locale.ROOT);
    if (reason.contains("no space left")) {
      return "; free disk space and run again: the former release is untouched";
    }
    return reason.contains("read-only file system")
        ? "; make it writable or choose another folder with --out"
        : "";
  }
}
