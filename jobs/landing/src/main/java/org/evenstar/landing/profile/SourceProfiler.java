package org.evenstar.landing.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenstar.landing.Folders;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.FieldDecoder;
import org.evenstar.landing.decode.RegionTable;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.landing.profile.Evidence.Confidence;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks at a body's first files and proposes the source that reads them: format, headers, scale,
 * and what is personal. Nothing is decided that only the body can know; such parts say CHECK.
 */
public final class SourceProfiler {
  private static final Vocabulary WORDS = Vocabulary.BUILT_IN;

  private final Path run;
  private final String bodyId;
  private final LocalDate asOf;
  private final List<Evidence> evidence = new ArrayList<>();

  /**
   * A profiler for the files of one body.
   *
   * @param run the run folder, whose model, bodies and code lists are used; its sources are not
   * @param asOf later days count as wrong dates
   */
  public SourceProfiler(Path run, String bodyId, LocalDate asOf) {
    this.run = run;
    this.bodyId = bodyId;
    this.asOf = asOf;
  }

  /**
   * Proposes a source.
   *
   * @param files of one shape, one at least
   * @throws IOException when a file cannot be read, or is not what it seems
   */
  public Proposal propose(List<Path> files, String sourceId) throws IOException {
    Path work = Files.createTempDirectory("evenstar-profile-");
    try {
      Draft draft = new Draft(bodyId);
      RunConfig first = draft.config(run, work, null);
      Set<String> itemIds =
          first.model().scoredItems().stream().map(Model.Item::itemId).collect(Collectors.toSet());
      ObjectNode json = JsonShapeGuess.of(files.get(0), itemIds);
      RunConfig config = json == null ? first : draft.config(run, work, json);
      Source shape = config.sources().get(0);
      FileSample sample = FileSample.of(files, shape, config.model());
      return new Proposal(source(config, sample, files, sourceId, json), evidence);
    } finally {
      Folders.delete(work);
    }
  }

  private ObjectNode source(
      RunConfig config,
      FileSample sample,
      List<Path> files,
      String sourceId,
      @Nullable ObjectNode json) {
    ObjectNode source = Json.MAPPER.createObjectNode();
    source.put("source_id", sourceId).put("version", 1);
    source.putObject("body").put("id", bodyId);
    new Places(run.resolve("landing"), evidence).into(source, files);
    format(source, sample, json);
    Set<String> left = new LinkedHashSet<>(sample.columns().keySet());
    ItemGuess items = items(config.model(), sample, left);
    Optional<String> weights = weights(config.model(), items, left);
    Map<Field, FieldDecoder> decoders = decoders(config);
    List<FieldGuess.Match> fields = fields(decoders, sample, left);
    ArrayNode columns = source.putArray("columns");
    for (FieldGuess.Match match : fields) {
      ObjectNode column = new ColumnGuess(WORDS, evidence).into(columns, match);
      ValueMapGuess.into(source, column, match, decoders.get(match.field()), evidence);
    }
    ObjectNode scores = source.putObject("scores");
    items.pattern().ifPresent(pattern -> scores.put("header_pattern", pattern));
    if (!items.byItem().isEmpty()) {
      ObjectNode headers = scores.putObject("headers");
      items.byItem().forEach((item, header) -> headers.putArray(item).add(header));
    }
    String scaleId = sourceId + "-scale";
    scores.put("scale", scaleId);
    weights.ifPresent(pattern -> source.putObject("weights").put("header_pattern", pattern));
    Leftovers.into(source, sample, left, fields, WORDS, evidence);
    ArrayNode scales = source.putArray("scales");
    scales.add(
        new ScaleGuess(WORDS, scoreTexts(config.model(), sample, items))
            .of(scaleId, config.model(), items.pattern().orElse(""), evidence));
    return source;
  }

  private void format(ObjectNode source, FileSample sample, @Nullable ObjectNode json) {
    source.put("format", sample.format());
    source.put("encoding", "auto");
    String read = sample.encoding().isEmpty() ? "" : ", " + sample.encoding();
    String why = sample.encodingEvidence().isEmpty() ? "" : " (" + sample.encodingEvidence() + ")";
    tell("/format", "", sample.format() + read + why + ", " + sample.rows() + " rows seen");
    if (json != null && !json.isEmpty()) {
      source.set("json", json);
      tell("/json", "", "the first record holds its scores so: " + json);
    }
  }

  private ItemGuess items(Model model, FileSample sample, Set<String> left) {
    Set<String> headers = sample.scores().isEmpty() ? left : sample.scores().keySet();
    ItemGuess items = ItemGuess.of(headers, model);
    items.pattern().ifPresent(text -> tell("/scores/header_pattern", text, "items of the model"));
    items
        .byItem()
        .forEach(
            (item, header) ->
                evidence.add(
                    new Evidence(
                        "/scores/headers/" + item,
                        header,
                        items.near().containsKey(item)
                            ? "only near the item's name: is it the same?"
                            : "the item's name",
                        items.near().containsKey(item) ? Confidence.CHECK : Confidence.SURE)));
    if (items.pattern().isEmpty() && items.byItem().isEmpty()) {
      evidence.add(
          new Evidence(
              "/scores",
              "",
              "no column names an item of model " + model.modelId() + ": add scores.headers",
              Confidence.CHECK));
    }
    left.removeIf(header -> items.holds(header, model));
    return items;
  }

  private Optional<String> weights(Model model, ItemGuess items, Set<String> left) {
    List<String> indicators =
        model.indicators().stream().map(Model.Indicator::indicatorId).toList();
    Set<String> others =
        left.stream()
            .filter(header -> indicators.stream().anyMatch(header::contains))
            .collect(Collectors.toSet());
    Optional<String> pattern =
        items.pattern().isEmpty() || others.isEmpty()
            ? Optional.empty()
            : ItemGuess.pattern(others, indicators, "{indicator_id}");
    pattern.ifPresent(
        text -> {
          tell("/weights/header_pattern", text, "one column an indicator beside the scores");
          left.removeIf(
              header ->
                  indicators.stream()
                      .anyMatch(id -> text.replace("{indicator_id}", id).equals(header)));
        });
    return pattern;
  }

  private Map<Field, FieldDecoder> decoders(RunConfig config) {
    Map<Field, FieldDecoder> decoders = new EnumMap<>(Field.class);
    SourceDecoders all =
        new SourceDecoders(
            config, config.sources().get(0), RegionTable.of(config.regionsFile()), asOf, false);
    for (Source.Column column : config.sources().get(0).columns()) {
      if (Draft.TESTED.contains(column.field())) {
        decoders.put(Field.of(column.field()), all.of(column));
      }
    }
    return decoders;
  }

  private static List<FieldGuess.Match> fields(
      Map<Field, FieldDecoder> decoders, FileSample sample, Set<String> left) {
    List<ColumnSample> columns =
        left.stream()
            .filter(header -> !Leftovers.isPersonal(header, WORDS))
            .map(header -> Objects.requireNonNull(sample.columns().get(header)))
            .toList();
    List<FieldGuess.Match> fields = new FieldGuess(WORDS, decoders).of(columns);
    fields.forEach(match -> left.remove(match.column().header));
    return fields;
  }

  private static List<String> scoreTexts(Model model, FileSample sample, ItemGuess items) {
    List<String> texts = new ArrayList<>();
    sample.scores().values().forEach(column -> texts.addAll(column.values));
    sample
        .columns()
        .forEach(
            (header, column) -> {
              if (items.holds(header, model)) {
                texts.addAll(column.values);
              }
            });
    return texts;
  }

  private void tell(String part, String header, String reason) {
    evidence.add(new Evidence(part, header, reason, Confidence.SURE));
  }
}
