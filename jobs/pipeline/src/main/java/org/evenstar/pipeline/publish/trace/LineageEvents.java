package org.evenstar.pipeline.publish.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import org.evenstar.pipeline.publish.Manifest;
import org.evenstar.pipeline.publish.ReleaseStore;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.dataset.DatasetSchema;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Run events of OpenLineage, a line each, appended to {@code OUT/lineage.jsonl} when a run ends, as
 * its file transport does: START, then COMPLETE with the deliveries that were read and the datasets
 * of the release, or FAIL. They have clock times, so they stand beside the releases and never in
 * one.
 */
public final class LineageEvents {
  /** The file's name in an output folder. */
  public static final String FILE = "lineage.jsonl";

  private static final String FACETS = "https://openlineage.io/spec/facets/";

  private final Path out;
  private final String producer;
  private final UUID run = UUID.randomUUID();
  private final Instant started = Instant.now();

  /**
   * Starts a run.
   *
   * @param out the output folder
   * @param codeVersion the version that runs
   */
  public LineageEvents(Path out, String codeVersion) {
    this.out = out;
    this.producer = "urn:evenstar:" + codeVersion.replaceAll("[^A-Za-z0-9.-]+", "-");
  }

  /**
   * The run has failed with an error, or was stopped by its own rules; what goes wrong here too is
   * added to it.
   */
  public void fail(Exception error) {
    if (Files.isDirectory(out)) {
      try {
        append(event("FAIL", Instant.now()));
      } catch (IOException e) {
        error.addSuppressed(e);
      }
    }
  }

  /** The run has ended with a release. */
  public void complete(Path release) throws IOException {
    Manifest manifest = ReleaseStore.manifest(release);
    ObjectNode event = event("COMPLETE", Instant.now());
    ArrayNode inputs = event.putArray("inputs");
    manifest
        .inputs()
        .forEach(
            (path, sha256) -> {
              ObjectNode input = dataset(inputs.addObject(), "landing", path);
              facet(input.putObject("facets"), "version", "1-0-1/DatasetVersionDatasetFacet")
                  .put("datasetVersion", sha256);
            });
    ArrayNode outputs = event.putArray("outputs");
    for (Manifest.DatasetEntry entry : manifest.datasets()) {
      output(outputs.addObject(), manifest.releaseId(), entry);
    }
    append(event);
  }

  private void output(ObjectNode output, String releaseId, Manifest.DatasetEntry entry) {
    dataset(output, "release", entry.tier() + "/" + entry.name());
    ObjectNode facets = output.putObject("facets");
    facet(facets, "version", "1-0-1/DatasetVersionDatasetFacet").put("datasetVersion", releaseId);
    ArrayNode fields = facet(facets, "schema", "1-2-0/SchemaDatasetFacet").putArray("fields");
    for (DatasetSchema.Column column : DatasetSchema.named(entry.name()).columns()) {
      fields
          .addObject()
          .put("name", column.name())
          .put("type", column.type())
          .put("description", column.description().en());
    }
    facet(
            output.putObject("outputFacets"),
            "outputStatistics",
            "1-0-2/OutputStatisticsOutputDatasetFacet")
        .put("rowCount", entry.rows());
  }

  private static ObjectNode dataset(ObjectNode node, String namespace, String name) {
    return node.put("namespace", "evenstar." + namespace).put("name", name);
  }

  private ObjectNode facet(ObjectNode facets, String name, String schema) {
    String type = schema.substring(schema.indexOf('/') + 1);
    return facets
        .putObject(name)
        .put("_producer", producer)
        .put("_schemaURL", FACETS + schema + ".json#/$defs/" + type);
  }

  private ObjectNode event(String type, Instant at) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("eventType", type);
    event.put("eventTime", at.toString());
    event.put("producer", producer);
    event.put("schemaURL", "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent");
    event.putObject("run").put("runId", run.toString());
    event.putObject("job").put("namespace", "evenstar").put("name", "run");
    return event;
  }

  /**
   * Both of a run's events at once, so that a line is never half written by a run that is killed.
   */
  private void append(ObjectNode last) throws IOException {
    Files.writeString(
        out.resolve(FILE),
        line(event("START", started)) + line(last),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String line(ObjectNode event) {
    return Json.MAPPER
            .writer()
            .without(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(event)
        + "\n";
  }
}
