package org.evenstar.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.evenstar.engine.Engine;
import org.evenstar.landing.Folders;
import org.evenstar.landing.Parallel;
import org.evenstar.parquet.ColumnType;
import org.evenstar.pipeline.benchmark.Benchmarks;
import org.evenstar.pipeline.calibrate.Calibration;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;

/** The computing part of the path, from landed tables to the tables that are published. */
public final class Stages {
  private final RunConfig config;
  private final Engine engine;
  private final Path tables;
  private final RunListener listener;
  private final LocalDate asOf;
  private final Before before;
  private final RegionMembers regions;
  private @Nullable Benchmarks benchmarks;

  /** Stages of a first run from the day in run.json: no signal has a state from before. */
  public Stages(RunConfig config, Engine engine, Path tables, RunListener listener) {
    this(
        config,
        engine,
        tables,
        listener,
        Objects.requireNonNull(config.run().asOf(), "as_of"),
        Before.NOTHING);
  }

  /**
   * @param tables folder for tables made in Java
   * @param asOf the day that ages and certificates are looked at from
   * @param before what earlier runs left
   */
  public Stages(
      RunConfig config,
      Engine engine,
      Path tables,
      RunListener listener,
      LocalDate asOf,
      Before before) {
    this.before = before;
    this.config = config;
    this.engine = engine;
    this.tables = tables;
    this.listener = listener;
    this.asOf = asOf;
    this.regions = new RegionMembers(config);
  }

  /** Makes the landed rows and the model readable for SQL; {@link #run} does so itself. */
  public void register(Landed landed) {
    landed.register(engine);
    registerModel();
  }

  private void registerModel() {
    new ModelTables(config.model()).register(engine, tables);
  }

  /** Registers {@code label}, the names of codes; {@link #run} does so itself. */
  public void registerLabels() {
    Labels.register(config, engine, tables);
  }

  /** Registers the regions, periods and days of {@code current_dossier}; {@link #run}, too. */
  public void registerMembers() {
    regions.register(engine, tables);
    new PeriodMembers(config.benchmark().periods()).register(engine, tables);
    new Calendar(asOf, config.model()).register(engine, tables);
  }

  /** Computes what is kept of these batches for a later run, and nothing else. */
  public void keep(Landed landed) {
    registerModel();
    score(landed);
  }

  /** Runs normalise alone. */
  public void normalise(Landed landed) {
    registerModel();
    stage(
        "2-normalise",
        () -> {
          score(landed);
          landed.register(engine);
        },
        () -> {});
  }

  /** Runs normalise and benchmark alone. */
  public void benchmark(Landed landed) {
    normalised(landed).run();
  }

  private Benchmarks normalised(Landed landed) {
    normalise(landed);
    Benchmarks made = new Benchmarks(config, engine, tables, regions::members, before.releases());
    benchmarks = made;
    stage("3-benchmark");
    return made;
  }

  /** Runs normalise, benchmark and calibrate. */
  public void run(Landed landed) {
    Benchmarks made = normalised(landed);
    // The statistics of the benchmarks are Java on one thread; calibration needs none of them.
    CompletableFuture<Void> statistics = CompletableFuture.runAsync(made::run);
    try {
      rest();
    } finally {
      statistics.handle((done, failure) -> null).join();
    }
    try {
      Parallel.result(statistics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rest() {
    if (config.run().hasInstitutionFiles()) {
      new FormerStanding(engine, tables, before.releases()).register();
      stage("3-standing");
    }
    new TableFile("case_mix")
        .column("region_level", ColumnType.TEXT)
        .row(config.checks().caseMixRegionLevel())
        .register(engine, tables);
    stage(
        "4-calibrate",
        () -> {},
        () -> new Calibration(config, engine, tables, asOf, before.signalStates()).run());
    registerLabels();
  }

  /** Makes the tables of the steps that go by batch. */
  private void score(Landed landed) {
    try {
      Path folder = before.scored();
      if (folder == null) {
        folder = tables.resolve("scored");
        Folders.delete(folder);
      }
      new OwnScores(engine, folder, config.model())
          .make(landed)
          .forEach((dataset, took) -> listener.stepDone("2-normalise", dataset, took));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stage(String stage) {
    stage(stage, () -> {}, () -> {});
  }

  private void stage(String stage, Runnable first, Runnable last) {
    List<SqlPath.Step> steps = SqlPath.steps(stage);
    long started = System.nanoTime();
    listener.stageStarted(stage, steps.size());
    first.run();
    for (SqlPath.Step step : steps) {
      if (step.isOfOwnScores()) {
        continue;
      }
      long stepStarted = System.nanoTime();
      engine.create(step.dataset(), step.query());
      if (step.dataset().equals("current_dossier")) {
        registerMembers();
      }
      if (step.dataset().equals("leaf_missing")) {
        Objects.requireNonNull(benchmarks).decide();
      }
      listener.stepDone(stage, step.dataset(), Duration.ofNanos(System.nanoTime() - stepStarted));
    }
    last.run();
    listener.stageDone(stage, Duration.ofNanos(System.nanoTime() - started));
  }
}
