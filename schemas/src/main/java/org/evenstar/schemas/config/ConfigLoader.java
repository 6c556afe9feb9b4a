package org.evenstar.schemas.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.Problem;
import org.evenstar.schemas.Schemas;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a run folder's JSON, collects every problem, and refuses once. */
final class ConfigLoader {
  private static final String RUN = "run.json";

  /** Files that are read only once everything has landed. */
  private static final Set<String> AFTER_LANDING =
      Set.of(
          "config/checks.json",
          "config/benchmark.json",
          "config/disclosure.json",
          "config/population.csv",
          Decision.FILE);

  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();

  ConfigLoader(Path folder) {
    this.folder = folder;
  }

  RunConfig load() {
    if (!Files.isDirectory(folder)) {
      problems.add(new Problem("", "", "no such folder; give a folder that holds run.json"));
      throw new ConfigException(folder.toString(), problems);
    }
    RunSettings run = read(RUN, "run", RunSettings.class, null);
    Map<String, Model> models = new TreeMap<>();
    for (String file : jsonFiles("config/models")) {
      Model model = read(file, "model", Model.class, null);
      if (model != null) {
        models.put(model.modelId(), model);
        new ModelRules(file, model, problems).check();
      }
    }
    Body[] bodies = read("config/bodies.json", "bodies", Body[].class, null);
    Sectors sectors = read("config/sectors.json", "sectors", Sectors.class, () -> Sectors.NONE);
    OrganisationTypes types =
        read(
            "config/organisation_types.json",
            "organisation_types",
            OrganisationTypes.class,
            () -> OrganisationTypes.NONE);
    CheckSettings checks = readOrEmpty("config/checks.json", "checks", CheckSettings.class);
    BenchmarkSettings benchmark =
        readOrEmpty("config/benchmark.json", "benchmark", BenchmarkSettings.class);
    DisclosureSettings disclosure =
        readOrEmpty("config/disclosure.json", "disclosure", DisclosureSettings.class);
    Model model = run == null ? null : models.get(run.model());
    if (run != null && model == null) {
      problems.add(
          new Problem(
              "run.json",
              "/model",
              "no model '" + run.model() + "' in config/models; known are " + models.keySet()));
    }
    List<Body> bodyList = bodies == null ? List.of() : List.of(bodies);
    List<Source> sources = new ArrayList<>();
    for (String file : jsonFiles("config/sources")) {
      Source source = read(file, "source", Source.class, null);
      if (source != null) {
        sources.add(source);
        new SourceRules(file, source, model, bodyList, problems).check();
      }
    }
    List<Decision> decisions = new DecisionFile(problems).read(folder.resolve(Decision.FILE));
    if (sources.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem("config/sources", "", "no source file; add one for each body's deliveries"));
    }
    refuseIfAny();
    Path regions = folder.resolve("config/regions.csv");
    return new RunConfig(
        folder,
        present(run),
        present(model),
        Map.copyOf(models),
        bodyList,
        List.copyOf(sources),
        present(sectors),
        present(types),
        present(checks),
        present(benchmark),
        present(disclosure),
        Files.exists(regions) ? regions : null,
        decisions,
        hash(files(file -> true), false),
        hash(files(file -> !AFTER_LANDING.contains(file)), true));
  }

  Model loadModel(String file) {
    Model model = read(file, "model", Model.class, null);
    if (model != null) {
      new ModelRules(file, model, problems).check();
    }
    refuseIfAny();
    return present(model);
  }

  private void refuseIfAny() {
    if (!problems.isEmpty()) {
      problems.sort(null);
      throw new ConfigException(folder.toString(), problems.stream().distinct().toList());
    }
  }

  private static <T> T present(@Nullable T value) {
    return java.util.Objects.requireNonNull(value);
  }

  private <T> @Nullable T readOrEmpty(String file, String schema, Class<T> type) {
    return read(file, schema, type, () -> Json.MAPPER.readValue("{}", type));
  }

  /** Reads one file; a null {@code otherwise} means that the file is required. */
  private <T> @Nullable T read(
      String file, String schema, Class<T> type, @Nullable Supplier<T> otherwise) {
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      if (otherwise != null) {
        return otherwise.get();
      }
      problems.add(new Problem(file, "", "the file is missing; add it"));
      return null;
    }
    try {
      JsonNode document = Json.MAPPER.readTree(Files.readString(path));
      List<Problem> found = Schemas.validate(schema, file, document);
      problems.addAll(found);
      return found.isEmpty() ? Json.MAPPER.treeToValue(document, type) : null;
    } catch (JacksonException e) {
      problems.add(new Problem(file, "", "it is no valid JSON: " + e.getOriginalMessage()));
    } catch (IOException e) {
      problems.add(new Problem(file, "", "it cannot be read: " + e));
    }
    return null;
  }

  private List<String> jsonFiles(String sub) {
    Path dir = folder.resolve(sub);
    if (!Files.isDirectory(dir)) {
      problems.add(new Problem(sub, "", "the folder is missing; add it with at least one file"));
      return List.of();
    }
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".json"))
          .sorted()
          .map(n -> sub + "/" + n)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The configuration files by name, sorted by path. */
  private Map<String, Path> files(Predicate<String> wanted) {
    try (Stream<Path> files = Files.walk(folder.resolve("config"))) {
      Map<String, Path> found = new LinkedHashMap<>();
      Stream.concat(Stream.of(folder.resolve(RUN)), files.filter(Files::isRegularFile))
          .sorted()
          .forEach(
              file -> {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (wanted.test(name)) {
                  found.put(name, file);
                }
              });
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Map<String, Path> files, boolean isOfAnyDay) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, Path> file : files.entrySet()) {
        sha.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        byte[] bytes = Files.readAllBytes(file.getValue());
        sha.update(isOfAnyDay && file.getKey().equals(RUN) ? withoutDay(bytes) : bytes);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] withoutDay(byte[] run) {
    ObjectNode settings = (ObjectNode) Json.MAPPER.readTree(run);
    settings.remove("as_of");
    return Json.MAPPER.writeValueAsBytes(settings);
  }
}
