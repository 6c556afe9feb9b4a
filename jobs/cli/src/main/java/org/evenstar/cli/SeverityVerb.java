package org.evenstar.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenstar.stats.severity.Estimator;
import org.evenstar.stats.severity.RaschModel;
import org.evenstar.stats.severity.ReportOptions;
import org.evenstar.stats.severity.SeverityOptions;
import org.evenstar.stats.severity.SeverityReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar severity FILE --wide|--long --out DIR}. */
@Command(
    name = "severity",
    mixinStandardHelpOptions = true,
    description =
        "Estimates how strict bodies are from any CSV of ratings, no configuration needed."
            + " 由任意评分 CSV 估计机构严格度。")
@SuppressWarnings("NullAway.Init")
final class SeverityVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "CSV with a header")
  private Path file;

  @ArgGroup(multiplicity = "1")
  private Layout layout;

  static final class Layout {
    @Option(
        names = "--wide",
        description = "One row an institution and body, one column an indicator")
    private boolean isWide;

    @Option(names = "--long", description = "One row a rating")
    private boolean isLong;

    boolean isOneColumnAnIndicator() {
      return isWide && !isLong;
    }
  }

  @Option(
      names = "--indicators",
      defaultValue = "I*",
      paramLabel = "GLOB",
      description = "Columns of a wide file (default: ${DEFAULT-VALUE})")
  private String indicators;

  @Option(
      names = "--indicator",
      defaultValue = "indicator",
      paramLabel = "COL",
      description = "Column of a long file (default: ${DEFAULT-VALUE})")
  private String indicator;

  @Option(
      names = "--score",
      defaultValue = "score",
      paramLabel = "COL",
      description = "Column of a long file (default: ${DEFAULT-VALUE})")
  private String score;

  @Option(
      names = "--institution",
      defaultValue = "institution",
      paramLabel = "COL",
      description = "Column (default: ${DEFAULT-VALUE})")
  private String institution;

  @Option(
      names = "--body",
      defaultValue = "body",
      paramLabel = "COL",
      description = "Column (default: ${DEFAULT-VALUE})")
  private String body;

  @Option(
      names = "--domains",
      paramLabel = "FILE",
      description = "CSV of columns indicator and domain, for severity by domain")
  private @Nullable Path domains;

  @Option(
      names = "--model",
      defaultValue = "rating-scale",
      paramLabel = "MODEL",
      description = "rating-scale or partial-credit (default: ${DEFAULT-VALUE})")
  private String model;

  @Option(
      names = "--estimator",
      defaultValue = "CML",
      paramLabel = "E",
      description = "cml, mml or jml (default: ${DEFAULT-VALUE})")
  private Estimator estimator;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the tables")
  private Path out;

  @Override
  public Integer call() throws IOException {
    RatingFile ratings =
        RatingFile.read(
            file,
            new RatingFile.Columns(
                institution,
                body,
                indicator,
                score,
                layout.isOneColumnAnIndicator() ? indicators : ""));
    IndicatorDomains domainOf = IndicatorDomains.read(domains, ratings.indicators());
    ReportOptions standard = ReportOptions.DEFAULT;
    SeverityReport report =
        SeverityReport.of(
            ratings.data(),
            new ReportOptions(
                SeverityOptions.DEFAULT.with(modelNamed()),
                standard.afterFit(),
                estimator,
                domainOf.names().size(),
                domainOf.assignment(),
                Optional.empty(),
                standard.withCrossCheck(),
                standard.marginShare(),
                standard.alpha(),
                standard.power()));
    SeverityFiles files = new SeverityFiles(report, ratings, domainOf.names());
    files.write(out);
    files.summary().forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private RaschModel modelNamed() {
    Map<String, RaschModel> known = new HashMap<>();
    for (RaschModel one : RaschModel.values()) {
      known.put(one.name().toLowerCase(Locale.ROOT).replace('_', '-'), one);
    }
    RaschModel found = known.get(model);
    if (found == null) {
      throw new IllegalArgumentException(
          "Cannot fit model '"
              + model
              + "': known are rating-scale and partial-credit; choose one");
    }
    return found;
  }
}
