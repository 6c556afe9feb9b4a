package org.evenstar.pipeline.impact;

import static org.evenstar.parquet.ColumnType.INT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.landing.Folders;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.pipeline.Before;
import org.evenstar.pipeline.Landed;
import org.evenstar.pipeline.RunListener;
import org.evenstar.pipeline.Stages;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.RunConfig;

/**
 * Recomputes the current dossiers under a new model and compares. It lands in a folder of its own,
 * makes no release, and leaves no file behind.
 *
 * <p>A score belongs to its item by the item's id. An item that is new has no past score: a dossier
 * that needs it has no star under the new model, which is said and not guessed.
 */
public final class ImpactStudy {
  private final RunConfig config;
  private final Model proposed;
  private final LandingOptions options;
  private final EngineOptions limits;
  private final Path work;

  private ImpactStudy(
      RunConfig config, Model proposed, LandingOptions options, EngineOptions limits, Path work) {
    this.config = config;
    this.proposed = proposed;
    this.options = options;
    this.limits = limits;
    this.work = work;
  }

  /**
   * What the proposed model would do.
   *
   * @param memoryMegabytes memory the engine may hold before it spills
   * @throws IllegalArgumentException when an item's own scale differs between the models
   */
  public static Impact of(
      RunConfig config, Model proposed, LandingOptions options, long memoryMegabytes)
      throws IOException {
    refuseOtherScales(config.model(), proposed);
    Path work = Files.createTempDirectory("evenstar-impact-");
    try {
      EngineOptions limits =
          new EngineOptions(options.threads(), memoryMegabytes, work.resolve("spill"));
      return new ImpactStudy(config, proposed, options, limits, work).study();
    } finally {
      Folders.delete(work);
    }
  }

  private static void refuseOtherScales(Model model, Model proposed) {
    Map<String, Model.Item> before = items(model);
    List<String> differing =
        proposed.scoredItems().stream()
            .filter(
                item ->
                    before.containsKey(item.itemId())
                        && !isAlike(
                            item.points(),
                            Objects.requireNonNull(before.get(item.itemId())).points()))
            .map(Model.Item::itemId)
            .toList();
    if (!differing.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot compare with model '"
              + proposed.modelId()
              + ' '
              + proposed.version()
              + "': the points of items "
              + differing
              + " have another scale; past scores say nothing about it, give such items new ids");
    }
  }

  private static boolean isAlike(Model.Points one, Model.Points other) {
    return one.lowest().compareTo(other.lowest()) == 0
        && one.highest().compareTo(other.highest()) == 0
        && one.direction() == other.direction();
  }

  private static Map<String, Model.Item> items(Model model) {
    return model.scoredItems().stream().collect(Collectors.toMap(Model.Item::itemId, item -> item));
  }

  private Impact study() throws IOException {
    Landed landed =
        Landed.of(new Landing(config, config.landingFolder(), work, options, path -> {}).land());
    Path tables = Files.createDirectories(work.resolve("tables"));
    try (Engine engine = Engines.open("duckdb", limits)) {
      stages(engine, config, tables).normalise(landed);
      engine.create(
          "former_dossier",
          "select row_key, recomputed_star, coalesce(index_micro, total_micro) as value_micro"
              + " from dossier");
      List<Impact.PartImpact> parts = new ArrayList<>();
      List<ModelPart> changed =
          isComparable() ? ModelPart.changed(config.model(), proposed) : List.of();
      for (ModelPart part : changed) {
        recompute(engine, landed, part.in(config.model(), proposed), tables);
        parts.add(ImpactCounts.part(part, engine, config));
      }
      recompute(engine, landed, proposed, tables);
      stages(engine, config.with(proposed), tables).registerLabels();
      return ImpactCounts.impact(engine, config, proposed, isComparable(), options.asOf(), parts);
    }
  }

  /** Whether stars and indices of the two models mean the same kind of thing. */
  private boolean isComparable() {
    return config.model().rule().kind().equals(proposed.rule().kind())
        && config.model().items().kind().equals(proposed.items().kind());
  }

  private Stages stages(Engine engine, RunConfig run, Path tables) {
    LocalDate day = options.asOf();
    return new Stages(run, engine, tables, RunListener.SILENT, day, Before.NOTHING);
  }

  /** Makes {@code dossier} anew under a model, and {@code impact_pair} beside the former one. */
  private void recompute(Engine engine, Landed landed, Model model, Path tables) {
    engine.register("landed_score", landed.scores());
    itemPairs(model).register(engine, tables);
    engine.create(
        "carried_score",
        "select landed_score.row_key, item_pair.item_no, landed_score.raw,"
            + " landed_score.points_micro, landed_score.score_micro, landed_score.absence"
            + " from landed_score inner join item_pair"
            + " on item_pair.former_no = landed_score.item_no");
    Path carried = work.resolve("carried");
    try {
      Folders.delete(carried);
      engine.write("select * from carried_score", carried);
      stages(engine, config.with(model), tables)
          .normalise(
              new Landed(
                  List.of(new Landed.Batch("carried", landed.dossiers(), Engine.written(carried))),
                  landed.problems(),
                  landed.deliveries(),
                  landed.inputs()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImpactCounts.pair(engine);
  }

  private TableFile itemPairs(Model model) {
    Map<String, Model.Item> former = items(config.model());
    TableFile pairs = new TableFile("item_pair").columns(INT, "former_no", "item_no");
    for (Model.Item item : model.scoredItems()) {
      Model.Item known = former.get(item.itemId());
      if (known != null) {
        pairs.row(known.itemNo(), item.itemNo());
      }
    }
    return pairs;
  }

  /** Ids of the items of one model that another lacks, in file order. */
  static List<String> without(Model model, Model other) {
    Map<String, Model.Item> known = items(other);
    return model.scoredItems().stream()
        .map(Model.Item::itemId)
        .filter(id -> !known.containsKey(id))
        .toList();
  }

  /** Closes a query's rows and gives what was read. */
  static <T> List<T> read(Engine engine, String query, java.util.function.Function<Rows, T> row) {
    List<T> read = new ArrayList<>();
    try (Rows rows = engine.query(query)) {
      while (rows.next()) {
        read.add(row.apply(rows));
      }
    }
    return read;
  }
}
