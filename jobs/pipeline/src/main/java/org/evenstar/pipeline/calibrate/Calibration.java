package org.evenstar.pipeline.calibrate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.evenstar.schemas.config.RunConfig;

/** Runs the checks that the configuration leaves on, and gathers their signals. */
public final class Calibration {
  private final RunConfig config;
  private final Engine engine;
  private final Path folder;
  private final LocalDate asOf;
  private final Map<String, String> formerStates;

  /**
   * @param folder where tables are kept
   * @param asOf the day on which decisions about signals hold or not
   * @param formerStates state of every signal of the release before, by id
   */
  public Calibration(
      RunConfig config,
      Engine engine,
      Path folder,
      LocalDate asOf,
      Map<String, String> formerStates) {
    this.asOf = asOf;
    this.config = config;
    this.engine = engine;
    this.folder = folder;
    this.formerStates = formerStates;
  }

  /** Makes the tables of signals and of severity. */
  public void run() {
    SignalBook book =
        new SignalBook(
            config.checks(), config.model(), formerStates, new SignalDecisions(config, asOf));
    CheckRun run = new CheckRun(config, engine, folder, book);
    StarMismatchCheck.run(run);
    CopiedVectorCheck.run(run);
    RuleChecks.run(run);
    CaseMixChecks.run(run);
    BunchingCheck.run(run);
    List<BodySeries> series = BodySeries.read(run);
    DriftCheck.run(run, series);
    EwmaDriftCheck.run(run, series);
    PartUseCheck.run(run);
    HabitChecks.run(run);
    ValueChecks.run(run);
    AgreementCheck.run(run);
    SeverityCheck.run(run);
    VarianceStudy.run(run);
    book.register(engine, folder);
  }
}
