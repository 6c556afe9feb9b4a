package org.evenstar.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.evenstar.sample.population.Clientele;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Sectors;
import org.evenstar.schemas.config.Source;

/** The configuration of the sample: kept as resources, read for generating, copied into the run. */
final class RunFolder {
  private static final String ROOT = "/org/evenstar/sample/six-bodies/";
  private static final List<String> CONFIG =
      List.of(
          "bodies.json",
          "sectors.json",
          "organisation_types.json",
          "benchmark.json",
          "checks.json",
          "models/CN-SME-SVC.json");

  /** A sample to look at has private pages; a large one, made to measure, has none. */
  private static final long MOST_PAGES = 500;

  private final Calendar calendar;

  RunFolder(Calendar calendar) {
    this.calendar = calendar;
  }

  static Model model() {
    return Json.MAPPER.readValue(text("config/models/CN-SME-SVC.json"), Model.class);
  }

  static Sectors sectors() {
    return Json.MAPPER.readValue(text("config/sectors.json"), Sectors.class);
  }

  static Map<Clientele, Source> sources() {
    Map<Clientele, Source> sources = new EnumMap<>(Clientele.class);
    for (Clientele body : Clientele.all()) {
      sources.put(body, Json.MAPPER.readValue(text(sourcePath(body)), Source.class));
    }
    return sources;
  }

  private static String sourcePath(Clientele body) {
    return "config/sources/" + body.name().toLowerCase(Locale.ROOT) + ".json";
  }

  /** Writes {@code run.json}, {@code config/} and an empty {@code landing/}. */
  void write(Path out, long institutions) throws IOException {
    LocalDate asOf = calendar.asOf();
    String run =
        text("run.json")
            .replace("{as_of}", asOf.toString())
            .replace("{first_period}", calendar.period(0))
            .replace("{institutions}", institutions <= MOST_PAGES ? "pages" : "none");
    write(out, "run.json", run);
    for (String name : CONFIG) {
      write(out, "config/" + name, text("config/" + name));
    }
    for (Clientele body : Clientele.all()) {
      write(out, sourcePath(body), text(sourcePath(body)));
    }
    Files.createDirectories(out.resolve("landing"));
  }

  private static void write(Path out, String name, String text) throws IOException {
    Path file = out.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(RunFolder.class.getResourceAsStream(ROOT + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
