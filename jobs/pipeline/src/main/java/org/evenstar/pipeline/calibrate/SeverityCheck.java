package org.evenstar.pipeline.calibrate;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DOUBLE;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.Body;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.severity.AfterFit;
import org.evenstar.stats.severity.AfterFitOptions;
import org.evenstar.stats.severity.BiasSearch;
import org.evenstar.stats.severity.BodyEstimate;
import org.evenstar.stats.severity.ConditionalRasch;
import org.evenstar.stats.severity.DesignAdvice;
import org.evenstar.stats.severity.FitStatistics;
import org.evenstar.stats.severity.Interaction;
import org.evenstar.stats.severity.RaschFit;
import org.evenstar.stats.severity.RaschModel;
import org.evenstar.stats.severity.SeverityData;
import org.evenstar.stats.severity.SeverityOptions;
import org.evenstar.stats.severity.SeverityResult;
import org.evenstar.stats.severity.SeverityStatus;

/**
 * Severity checks {@code severity} and {@code severity_domain}: the many-facet Rasch model by
 * conditional maximum likelihood on the linked scores (docs/methods/severity.md). Without links the
 * answer is NOT_IDENTIFIED, with what would identify it.
 */
final class SeverityCheck {
  private final CheckRun run;
  private final LinkedScores linked;
  private List<Interaction> biases = List.of();
  private final TableFile bodies =
      new TableFile("severity")
          .columns(TEXT, "body_id", "status")
          .columns(
              DOUBLE,
              "severity_logits",
              "se",
              "robust_se",
              "severity_score",
              "severity_lo",
              "severity_hi",
              "fair_average",
              "infit",
              "outfit")
          .columns(BIGINT, "n", "n_linked")
          .column("component", INT)
          .columns(TEXT, "model_id", "model_version");
  private final TableFile domains =
      new TableFile("severity_domain")
          .columns(TEXT, "body_id", "domain_id", "level")
          .columns(DOUBLE, "bias_logits", "bias_score", "se", "t", "p")
          .column("n", BIGINT)
          .columns(TEXT, "model_id", "model_version");

  private SeverityCheck(CheckRun run) {
    this.run = run;
    this.linked =
        new LinkedScores(
            run.engine(), run.config().bodies().stream().map(Body::bodyId).sorted().toList());
  }

  static void run(CheckRun run) {
    new SeverityCheck(run).run();
  }

  private void run() {
    Model model = run.config().model();
    SeverityData data = linked.read(model.scoredItems().size());
    SeverityOptions options = SeverityOptions.DEFAULT.with(RaschModel.RATING_SCALE);
    SeverityResult result = ConditionalRasch.estimate(data, options);
    SeverityPairs pairs = new SeverityPairs(run.config(), linked.bodies());
    Optional<RaschFit> fit = result.fit();
    if (fit.isPresent() && !fit.get().bodies().isEmpty()) {
      biases = biases(data, options, fit.get(), result.status());
      fitted(fit.get(), result.status(), Math.max(1, data.categories() - 1), pairs);
    }
    unfitted(fit);
    if (result.status() != SeverityStatus.IDENTIFIED) {
      notIdentified(result);
    }
    advice(result);
    pairs.register(run.engine(), run.folder());
    bodies.register(run.engine(), run.folder());
    domains.register(run.engine(), run.folder());
  }

  private void fitted(RaschFit fit, SeverityStatus status, int steps, SeverityPairs pairs) {
    AfterFit after = AfterFit.of(fit, AfterFitOptions.DEFAULT);
    ScoreScale scale = ScoreScale.of(after, fit.bodies(), steps);
    for (BodyEstimate body : fit.bodies()) {
      body(after, scale, body, status, steps);
    }
    domains(scale, fit, status);
    pairs.add(fit, scale);
  }

  private void body(
      AfterFit after, ScoreScale scale, BodyEstimate body, SeverityStatus status, int steps) {
    FitStatistics fit = after.bodyFit(body.body());
    String id = linked.bodies().get(body.body());
    double error = Math.max(body.standardError(), body.robustError());
    double score = scale.of(body.severity());
    double reach = 1.96 * scale.of(error);
    bodies.row(
        id,
        status.name(),
        body.severity(),
        body.standardError(),
        body.robustError(),
        score,
        score - reach,
        score + reach,
        after.fairAverage(body.body()) / steps,
        fit.infit(),
        fit.outfit(),
        fit.n(),
        body.linkedInstitutions(),
        body.component(),
        run.config().model().modelId(),
        run.config().model().version());
    if (status == SeverityStatus.IDENTIFIED && run.isEnabled(CheckName.SEVERITY)) {
      double p = error > 0 ? Distributions.normalTwoSided(body.severity() / error) : 1;
      run.book()
          .add(
              new Signal(
                  CheckName.SEVERITY.id(),
                  id,
                  "body",
                  id,
                  "*",
                  body.linkedInstitutions(),
                  OptionalDouble.of(score),
                  OptionalDouble.of(score - reach),
                  OptionalDouble.of(score + reach),
                  "score",
                  OptionalDouble.of(run.config().checks().watchEffect().doubleValue()),
                  OptionalDouble.of(p),
                  run.limits(CheckName.SEVERITY).level(body.linkedInstitutions(), score, p),
                  null,
                  says(id, score, reach, true),
                  says(id, score, reach, false)));
    }
  }

  private String says(String id, double score, double reach, boolean zh) {
    String name = run.name(id, zh);
    String size = String.format(java.util.Locale.ROOT, "%.3f ± %.3f", Math.abs(score), reach);
    if (zh) {
      return name + "比平均" + (score > 0 ? "严格 " : "宽松 ") + size + "（得分 0–1）";
    }
    return name
        + " is "
        + (score > 0 ? "stricter" : "more lenient")
        + " than the mean by "
        + size
        + " on 0–1";
  }

  /** Without mirror images where all bodies can be compared. */
  private List<Interaction> biases(
      SeverityData data, SeverityOptions options, RaschFit fit, SeverityStatus status) {
    int count = run.config().model().domains().size();
    double fdr = run.settings().fdr().doubleValue();
    return status == SeverityStatus.IDENTIFIED
        ? BiasSearch.table(data, options, fit, count, linked.domainOf(), fdr)
        : AfterFit.of(fit, AfterFitOptions.DEFAULT).byDomain(count, linked.domainOf());
  }

  private void domains(ScoreScale scale, RaschFit fit, SeverityStatus status) {
    List<Model.Domain> all = run.config().model().domains();
    for (Interaction bias : biases) {
      if (bias.estimate().isEmpty() || fit.body(bias.body()).isEmpty()) {
        continue;
      }
      String body = linked.bodies().get(bias.body());
      String domain = all.get(bias.scope()).domainId();
      double logits = bias.estimate().getAsDouble();
      double score = scale.of(logits);
      double error = scale.of(bias.standardError().orElseThrow());
      double p = Distributions.normalTwoSided(bias.t().orElseThrow());
      int n = fit.body(bias.body()).orElseThrow().linkedInstitutions();
      Signal.Level level = run.limits(CheckName.SEVERITY_DOMAIN).level(n, score, p);
      domains.row(
          body,
          domain,
          level.name(),
          logits,
          score,
          bias.standardError().getAsDouble(),
          bias.t().getAsDouble(),
          p,
          bias.n(),
          run.config().model().modelId(),
          run.config().model().version());
      if (status == SeverityStatus.IDENTIFIED && run.isEnabled(CheckName.SEVERITY_DOMAIN)) {
        String zh = all.get(bias.scope()).name().zh();
        String en = all.get(bias.scope()).name().en();
        run.book()
            .add(
                new Signal(
                    CheckName.SEVERITY_DOMAIN.id(),
                    body,
                    "domain",
                    domain,
                    "*",
                    n,
                    OptionalDouble.of(score),
                    OptionalDouble.of(score - 1.96 * error),
                    OptionalDouble.of(score + 1.96 * error),
                    "score",
                    OptionalDouble.of(run.config().checks().watchEffect().doubleValue()),
                    OptionalDouble.of(p),
                    level,
                    null,
                    zh + "：" + says(body, score, 1.96 * error, true),
                    en + ": " + says(body, score, 1.96 * error, false)));
      }
    }
  }

  /** Bodies without an estimate are listed, too: a gap is an answer. */
  private void unfitted(Optional<RaschFit> fit) {
    for (int body = 0; body < linked.bodies().size(); body++) {
      int number = body;
      boolean isFitted =
          fit.isPresent() && fit.get().bodies().stream().anyMatch(b -> b.body() == number);
      if (!isFitted) {
        bodies.row(
            linked.bodies().get(body),
            SeverityStatus.NOT_IDENTIFIED.name(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            0,
            null,
            run.config().model().modelId(),
            run.config().model().version());
      }
    }
  }

  private void notIdentified(SeverityResult result) {
    String zh;
    String en;
    if (linked.dossiers() == 0) {
      zh = "没有任何服务机构由两家评估机构评估，无法区分机构严格与客户薄弱；请让多家机构评估同一批锚定档案";
      en =
          "no institution was scored by two bodies, so a strict body cannot be told from weak"
              + " clients; have several bodies score the same anchor dossiers";
    } else {
      zh = "共享的服务机构不足以比较全部评估机构（" + result.status() + "）；见 design_advice";
      en =
          "the institutions shared do not let all bodies be compared ("
              + result.status()
              + "); see design_advice";
    }
    run.book()
        .add(
            new Signal(
                CheckName.SEVERITY.id(),
                null,
                "run",
                "all",
                "*",
                linked.dossiers(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "score",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Signal.Level.NOT_IDENTIFIED,
                result.status().name(),
                zh,
                en));
  }

  private void advice(SeverityResult result) {
    TableFile advice =
        new TableFile("design_advice")
            .column("position", INT)
            .columns(TEXT, "body_a", "body_b")
            .column("n_dossiers", INT)
            .column("expected_se", DOUBLE)
            .columns(TEXT, "reason", "model_id", "model_version");
    int position = 0;
    if (result instanceof SeverityResult.NotIdentified open) {
      for (DesignAdvice one : open.advice()) {
        advice.row(
            ++position,
            linked.bodies().get(one.bodyA()),
            linked.bodies().get(one.bodyB()),
            one.forWantedError(),
            one.expectedError(),
            open.reason().name(),
            run.config().model().modelId(),
            run.config().model().version());
      }
    }
    advice.register(run.engine(), run.folder());
  }
}
