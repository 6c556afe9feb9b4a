package org.evenstar.pipeline.publish.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.Pipeline;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.RunOptions;
import org.evenstar.pipeline.publish.trace.LineageEvents;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description of a release, held against the official schemas and against the data. */
class ReleaseMetadataTest {
  private static final Path SAMPLE = Path.of("../../data-samples/food-hygiene");

  @TempDir static Path folder;
  private static Path release;

  @BeforeAll
  static void publish() throws IOException {
    RunOptions options =
        new RunOptions(
            folder.resolve("out"), "duckdb", 2, 512, LocalDate.parse("2015-02-23"), "test");
    release = new Pipeline(RunConfig.load(SAMPLE), options, RunListener.SILENT).run().release();
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "policy", "association"})
  void theDataPackageIsValidAndDescribesEveryColumnOfEveryFile(String tier) throws IOException {
    JsonNode document = json(tier + "/datapackage.json");

    assertThat(problems("datapackage-2.0.json", document.toString())).isEmpty();
    assertThat(document.get("licenses").get(0).get("name").asString()).isEqualTo("OGL-UK-3.0");
    int tables = 0;
    for (JsonNode resource : document.get("resources")) {
      Path file = release.resolve(tier).resolve(resource.get("path").asString());
      assertThat(file).isRegularFile();
      if (resource.has("schema")) {
        tables++;
        assertThat(texts(resource.get("schema").get("fields"), "name")).isEqualTo(header(file));
      }
    }
    assertThat(tables).isEqualTo(csvFiles(tier).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "policy", "association"})
  void theTablesOnTheWebUseOfficialTermsAndMatchTheirHeaders(String tier) throws IOException {
    JsonNode document = json(tier + "/csv-metadata.json");

    Set<String> terms = new TreeSet<>();
    keys(document, terms);
    JsonNode official = Json.MAPPER.readTree(official("csvw.jsonld")).get("@context");
    assertThat(terms)
        .allMatch(
            term ->
                term.startsWith("@")
                    || official.has(
                        term.contains(":") ? term.substring(0, term.indexOf(':')) : term));
    for (JsonNode table : document.get("tables")) {
      Path file = release.resolve(tier).resolve(table.get("url").asString());
      JsonNode columns = table.get("tableSchema").get("columns");
      assertThat(texts(columns, "titles")).isEqualTo(header(file));
      assertThat(texts(columns, "datatype")).allMatch(official::has);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "policy", "association"})
  void theCitationIsValid(String tier) throws IOException {
    JsonNode citation =
        new YAMLMapper().readTree(Files.readString(release.resolve(tier + "/CITATION.cff")));

    assertThat(problems("citation-file-format-1.2.0.json", citation.toString())).isEmpty();
    assertThat(citation.get("version").asString()).isEqualTo("r0001");
  }

  @Test
  void theCatalogueHasWhatDcatApDemands() throws IOException {
    JsonNode catalogue = json("public/dcat.jsonld");

    for (String key : List.of("dct:title", "dct:description", "dct:publisher", "dcat:dataset")) {
      assertThat(catalogue.has(key)).as(key).isTrue();
    }
    for (JsonNode dataset : catalogue.get("dcat:dataset")) {
      assertThat(dataset.has("dct:title") && dataset.has("dct:description")).isTrue();
      for (JsonNode distribution : dataset.get("dcat:distribution")) {
        String file = distribution.get("dcat:accessURL").get("@id").asString();
        assertThat(release.resolve("public").resolve(file)).isRegularFile();
      }
    }
  }

  @Test
  void theCodebookHasOneRowForEachColumn() throws IOException {
    int columns = 0;
    for (Path csv : csvFiles("public")) {
      columns += header(csv).size();
    }

    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(release.resolve("public/codebook.csv"))) {
      assertThat(rows.stream().count()).isEqualTo(columns + 1);
    }
    assertThat(Files.readString(release.resolve("public/codebook.html")))
        .contains("id=\"benchmark\"")
        .doesNotContain("http://", "<script");
  }

  @Test
  void theWorkbookHasAllThatIsShortAndNamesTheRest() throws IOException {
    Path cut = folder.resolve("cut.xlsx");
    new ReleaseWorkbook(
            release.resolve("public"), DescribedTier.read(release, "public"), rows() - 1)
        .write(cut);

    try (ReadableWorkbook whole =
            new ReadableWorkbook(release.resolve("public/workbook.xlsx").toFile());
        ReadableWorkbook workbook = new ReadableWorkbook(cut.toFile())) {
      assertThat(whole.findSheet("benchmark").orElseThrow().read()).hasSize((int) rows() + 1);
      assertThat(workbook.findSheet("benchmark")).isEmpty();
      assertThat(workbook.getFirstSheet().read())
          .anyMatch(
              row ->
                  row.getCellText(0).equals("benchmark")
                      && row.getCellText(4).contains("not in this workbook: see benchmark.csv"));
    }
  }

  @Test
  void aTierTellsNothingOfTheOthers() throws IOException {
    try (Stream<Path> files = Files.list(release.resolve("public"))) {
      for (Path file : files.filter(f -> !f.toString().matches(".*\\.(parquet|xlsx)")).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("signal_evidence");
      }
    }
  }

  @Test
  void theSnippetForDuckDbRunsAsItStands() throws IOException {
    String sql = snippet("sql").replace(";", "").replace("'benchmark", "'" + tier() + "/benchmark");

    try (Engine engine = Engines.open("duckdb", new EngineOptions(1, 256, folder));
        Rows rows = engine.query(sql)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.columns()).contains("measure_id");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3 python", "Rscript r"})
  void theSnippetsForOtherToolsRunAsTheyStand(String tool) throws Exception {
    String program = tool.split(" ", -1)[0];
    assumeTrue(isInstalled(program), program + " is not installed");
    Path script = Files.writeString(folder.resolve("snippet"), snippet(tool.split(" ", -1)[1]));

    Process process =
        new ProcessBuilder(program, script.toString())
            .directory(Path.of(tier()).toFile())
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains(Long.toString(rows()));
  }

  private static long rows() throws IOException {
    for (JsonNode entry : json("manifest.json").get("datasets")) {
      if (entry.get("tier").asString().equals("public")
          && entry.get("name").asString().equals("benchmark")) {
        return entry.get("rows").asLong();
      }
    }
    throw new AssertionError("no public benchmark");
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String tier() {
    return release.resolve("public").toAbsolutePath().toString();
  }

  /** The piece of the readme that is fenced with a word. */
  private static String snippet(String word) throws IOException {
    Matcher fence =
        Pattern.compile("```" + word + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(release.resolve("public/README.md")));
    assertThat(fence.find()).isTrue();
    return fence.group(1);
  }

  private static List<Path> csvFiles(String tier) throws IOException {
    try (Stream<Path> files = Files.list(release.resolve(tier))) {
      return files
          .filter(file -> file.toString().endsWith(".csv") && !file.endsWith("codebook.csv"))
          .toList();
    }
  }

  private static List<String> header(Path csv) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      return reader.iterator().next().getFields();
    }
  }

  private static List<String> texts(JsonNode list, String key) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.get(key).asString()));
    return texts;
  }

  private static void keys(JsonNode node, Set<String> keys) {
    node.propertyNames().forEach(keys::add);
    node.forEach(child -> keys(child, keys));
  }

  private static JsonNode json(String file) throws IOException {
    return Json.MAPPER.readTree(Files.readString(release.resolve(file)));
  }

  @Test
  void runEventsAreOpenLineage() throws IOException {
    Path out = Files.createDirectories(folder.resolve("lineage"));
    LineageEvents events = new LineageEvents(out, "0.1 (test)");
    events.complete(release);
    events.fail(new IOException("stopped"));

    List<String> lines = Files.readAllLines(out.resolve(LineageEvents.FILE));
    assertThat(lines).hasSize(4);
    for (String line : lines) {
      assertThat(problems("openlineage-2.0.2.json", line, SpecificationVersion.DRAFT_2020_12))
          .isEmpty();
    }
    assertThat(lines.get(1))
        .contains("\"COMPLETE\"", "\"name\":\"821.csv\"", "\"name\":\"public/benchmark\"")
        .doesNotContain(folder.toString());
    assertThat(lines.get(3)).contains("\"FAIL\"");
  }

  private static List<Error> problems(String schema, String document) throws IOException {
    return problems(schema, document, SpecificationVersion.DRAFT_7);
  }

  private static List<Error> problems(String schema, String document, SpecificationVersion version)
      throws IOException {
    return SchemaRegistry.withDefaultDialect(version)
        .getSchema(official(schema))
        .validate(document, InputFormat.JSON);
  }

  private static String official(String name) throws IOException {
    try (InputStream in = ReleaseMetadataTest.class.getResourceAsStream("official/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
