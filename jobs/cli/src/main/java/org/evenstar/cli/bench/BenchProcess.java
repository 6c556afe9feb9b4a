package org.evenstar.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenstar.landing.Folders;
import org.evenstar.schemas.Json;

/**
 * Starts measurements, each in a process of its own.
 *
 * @param data what is measured
 * @param work folder for what the processes write
 * @param threads threads of every subject
 * @param memoryMegabytes memory an engine may hold before it spills
 */
record BenchProcess(BenchFolder data, Path work, int threads, long memoryMegabytes) {

  /** Measures a subject on an engine. */
  Measured measure(String subject, String engine) throws IOException {
    if (subject.equals("data.table")) {
      return DataTable.measure(this);
    }
    Path result = work.resolve("result.json");
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            BenchPart.class.getName(),
            subject,
            engine,
            data.root().toString(),
            work.resolve("part").toString(),
            Integer.toString(threads),
            Long.toString(memoryMegabytes),
            result.toString()));
    run(subject, command);
    return read(result);
  }

  static Measured read(Path result) throws IOException {
    return Json.MAPPER.readValue(Files.readString(result), Measured.class);
  }

  /** Runs a command to its end; what it says is kept for the message when it fails. */
  void run(String subject, List<String> command) throws IOException {
    Path said = work.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        List<String> lines = Files.readAllLines(said);
        throw new IOException(
            "Cannot measure '"
                + subject
                + "': its process ended with "
                + process.exitValue()
                + "; it said: "
                + String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot measure '" + subject + "': interrupted; run again", e);
    } finally {
      process.destroy();
      Folders.delete(work.resolve("part"));
    }
  }
}
