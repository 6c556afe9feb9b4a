package org.evenstar.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenstar.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Jupyter shows what the files hold; skipped where Jupyter or the Java kernel is missing. */
class KernelTest {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir Path folder;

  @Test
  void theKernelShowsWhatTheFileHolds() throws IOException, InterruptedException {
    Optional<Path> kernel = kernel();
    assumeTrue(kernel.isPresent(), "the Java kernel is not installed, see notebooks-java/README");
    assumeTrue(hasClient(), "python3-nbclient is not installed");
    Sample.release("six-bodies");
    specification(kernel.get());
    Path file = NotebookFile.of(N1ReadARelease.class);
    Path shown = folder.resolve("shown.json");

    int code = python("src/test/resources/run_notebook.py", file.toString(), shown.toString());

    assertThat(code).as(Files.readString(folder.resolve("said.txt"))).isZero();
    assertThat(Json.MAPPER.readTree(Files.readString(shown)).toPrettyString())
        .isEqualTo(outputs(file).toPrettyString());
  }

  private static JsonNode outputs(Path file) throws IOException {
    ArrayNode cells = Json.MAPPER.createArrayNode();
    for (JsonNode cell : Json.MAPPER.readTree(Files.readString(file)).path("cells")) {
      if (cell.path("cell_type").asString().equals("code")) {
        ArrayNode shown = cells.addArray();
        for (JsonNode output : cell.path("outputs")) {
          StringBuilder html = new StringBuilder();
          output.path("data").path("text/html").forEach(line -> html.append(line.asString()));
          shown.add(html.toString());
        }
      }
    }
    return cells;
  }

  private void specification(Path kernel) throws IOException {
    String classPath = System.getProperty("java.class.path");
    ObjectNode spec = Json.MAPPER.createObjectNode();
    spec.putArray("argv")
        .add(System.getProperty("java.home") + "/bin/java")
        .add("-cp")
        .add(kernel.toAbsolutePath() + File.pathSeparator + classPath)
        .add(KernelGate.class.getName())
        .add("{connection_file}");
    spec.put("display_name", "Evenstar (Java)").put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.putObject("env").put("RJK_CLASSPATH", classPath.replace(File.pathSeparator, ";"));
    Path target = folder.resolve("kernels/evenstar/kernel.json");
    Files.createDirectories(target.getParent());
    Files.writeString(target, spec.toString());
  }

  private int python(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile());
    process.environment().put("JUPYTER_PATH", folder.toString());
    return process.start().waitFor();
  }

  private boolean hasClient() throws IOException, InterruptedException {
    return Files.isExecutable(Path.of(PYTHON)) && python("-c", "import nbclient") == 0;
  }

  private static Optional<Path> kernel() throws IOException {
    Path folder = Path.of("target/kernel");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).findFirst();
    }
  }
}
