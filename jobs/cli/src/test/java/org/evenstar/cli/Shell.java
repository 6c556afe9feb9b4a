package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs commands and keeps what they say; run folders to spoil. */
final class Shell {
  static final Path FOOD = Path.of("../../data-samples/food-hygiene");

  final StringWriter said = new StringWriter();
  final StringWriter complained = new StringWriter();

  int execute(String... arguments) {
    return Evenstar.commandLine()
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(complained, true))
        .execute(arguments);
  }

  /** A copy of a run folder at {@code copy}. */
  static Path copy(Path run, Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(run.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  /** Spoils five files of a copy of the food hygiene sample, one thing in each. */
  static Path withFiveErrors(Path copy) throws IOException {
    replace(copy.resolve("run.json"), "\"UK-FHRS\"", "\"NOBODY\"");
    replace(copy.resolve("config/models/UK-FHRS.json"), "\"sum\"", "\"product\"");
    replace(copy.resolve("config/sources/authority.json"), "\"csv\"", "\"papyrus\"");
    replace(copy.resolve("config/sectors.json"), "\"otherwise\"", "\"else\"");
    replace(copy.resolve("config/bodies.json"), "\"home_region\"", "\"region\"");
    return copy;
  }

  /** Runs a program to its end; its exit code. */
  static int command(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
