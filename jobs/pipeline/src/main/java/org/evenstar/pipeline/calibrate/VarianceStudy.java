package org.evenstar.pipeline.calibrate;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.DOUBLE;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.Status;
import org.evenstar.stats.variance.Factor;
import org.evenstar.stats.variance.Generalisability;
import org.evenstar.stats.variance.VarianceComponents;

/**
 * How much of the variance of scores on shared institutions is the institutions', the bodies' and
 * the indicators', by REML on mean scores of institution × body × indicator
 * (docs/methods/variance.md); shrunken effects of bodies; how many bodies a dependable score takes.
 */
final class VarianceStudy {
  /** Beyond so many crossed columns the dense part costs more than it tells. */
  private static final int MOST_CROSSED = 400;

  private static final int MOST_BODIES = 6;

  private static final List<String> COMPONENTS =
      List.of(
          "institution",
          "body",
          "indicator",
          "institution:body",
          "institution:indicator",
          "body:indicator");

  private final CheckRun run;
  private final List<Integer> institutions = new ArrayList<>();
  private final List<Integer> bodies = new ArrayList<>();
  private final List<Integer> indicators = new ArrayList<>();
  private final List<Double> scores = new ArrayList<>();
  private final List<String> bodyIds = new ArrayList<>();

  private VarianceStudy(CheckRun run) {
    this.run = run;
  }

  static void run(CheckRun run) {
    VarianceStudy study = new VarianceStudy(run);
    study.read();
    study.write();
  }

  private void read() {
    Map<String, Integer> linkNumbers = new HashMap<>();
    Map<String, Integer> bodyNumbers = new HashMap<>();
    try (Rows rows =
        run.engine()
            .query(
                "select linked_score.link_id, linked_score.body_id, model_item.indicator_no,"
                    + " sum(linked_score.score_micro), count(*) from linked_score"
                    + " inner join model_item on model_item.item_no = linked_score.item_no"
                    + " group by linked_score.link_id, linked_score.body_id,"
                    + " model_item.indicator_no order by linked_score.link_id,"
                    + " linked_score.body_id, model_item.indicator_no")) {
      while (rows.next()) {
        institutions.add(number(linkNumbers, Sums.text(rows, 0)));
        int known = bodyNumbers.size();
        bodies.add(number(bodyNumbers, Sums.text(rows, 1)));
        if (bodyNumbers.size() > known) {
          bodyIds.add(Sums.text(rows, 1));
        }
        indicators.add(Math.toIntExact(rows.longAt(2)));
        scores.add(Sums.number(rows, 3) / rows.longAt(4) / Sums.MICRO);
      }
    }
  }

  private static int number(Map<String, Integer> numbers, String id) {
    Integer next = numbers.size();
    Integer known = numbers.putIfAbsent(id, next);
    return known == null ? next : known;
  }

  private void write() {
    Map<String, Factor> terms = terms();
    double[] y = scores.stream().mapToDouble(score -> score).toArray();
    VarianceComponents fit = VarianceComponents.fit(y, List.copyOf(terms.values()));
    components(terms, fit);
    effects(terms, fit);
    decisions(terms, fit);
  }

  /** The terms that the design can tell apart from the residual. */
  private Map<String, Factor> terms() {
    Factor institution = factor("institution", institutions);
    Factor body = factor("body", bodies);
    Factor indicator = factor("indicator", indicators);
    Map<String, Factor> terms = new LinkedHashMap<>();
    put(terms, "institution", institution);
    put(terms, "body", body);
    put(terms, "indicator", indicator);
    if (terms.size() == 3) {
      put(terms, "institution:body", institution.with(body));
      put(terms, "institution:indicator", institution.with(indicator));
      Factor pair = body.with(indicator);
      if (pair.levels() <= MOST_CROSSED) {
        put(terms, "body:indicator", pair);
      }
    }
    if (body.levels() + indicator.levels() > MOST_CROSSED) {
      terms.clear();
    }
    return terms;
  }

  private static Factor factor(String name, List<Integer> codes) {
    return Factor.of(name, codes.stream().mapToInt(code -> code).toArray());
  }

  private void put(Map<String, Factor> terms, String name, Factor factor) {
    if (factor.levels() > 1 && factor.levels() < scores.size()) {
      terms.put(name, factor);
    }
  }

  private void components(Map<String, Factor> terms, VarianceComponents fit) {
    TableFile table =
        new TableFile("variance_component")
            .column("component", TEXT)
            .column("n_levels", BIGINT)
            .columns(DOUBLE, "variance", "standard_deviation", "share")
            .columns(TEXT, "status", "model_id", "model_version");
    List<String> names = List.copyOf(terms.keySet());
    Model model = run.config().model();
    for (String component : COMPONENTS) {
      int at = fit.status().isOk() ? names.indexOf(component) : -1;
      Factor factor = terms.get(component);
      table.row(
          component,
          factor == null ? 0 : factor.levels(),
          at < 0 ? null : Double.valueOf(fit.variances()[at]),
          at < 0 ? null : Double.valueOf(Math.sqrt(fit.variances()[at])),
          at < 0 ? null : Double.valueOf(fit.shares()[at]),
          status(fit, at).name(),
          model.modelId(),
          model.version());
    }
    int last = names.size();
    boolean isFitted = fit.status().isOk();
    table.row(
        "residual",
        scores.size(),
        isFitted ? Double.valueOf(fit.variances()[last]) : null,
        isFitted ? Double.valueOf(Math.sqrt(fit.variances()[last])) : null,
        isFitted ? Double.valueOf(fit.shares()[last]) : null,
        fit.status().name(),
        model.modelId(),
        model.version());
    table.register(run.engine(), run.folder());
  }

  /** A component that the design does not tell from the residual is part of it. */
  private static Status status(VarianceComponents fit, int at) {
    return fit.status().isOk() && at < 0 ? Status.NOT_IDENTIFIED : fit.status();
  }

  private void effects(Map<String, Factor> terms, VarianceComponents fit) {
    TableFile table =
        new TableFile("body_effect")
            .column("body_id", TEXT)
            .columns(DOUBLE, "effect", "effect_se", "effect_lo", "effect_hi")
            .columns(TEXT, "model_id", "model_version");
    int at = List.copyOf(terms.keySet()).indexOf("body");
    for (int body = 0; at >= 0 && fit.status().isOk() && body < bodyIds.size(); body++) {
      double effect = fit.effects()[at][body];
      double error = fit.effectErrors()[at][body];
      table.row(
          bodyIds.get(body),
          effect,
          error,
          effect - 1.96 * error,
          effect + 1.96 * error,
          run.config().model().modelId(),
          run.config().model().version());
    }
    table.register(run.engine(), run.folder());
  }

  private void decisions(Map<String, Factor> terms, VarianceComponents fit) {
    TableFile table =
        new TableFile("decision_study")
            .columns(INT, "n_bodies", "n_indicators")
            .columns(DOUBLE, "relative", "absolute", "relative_error", "absolute_error")
            .columns(TEXT, "model_id", "model_version");
    if (fit.status().isOk() && terms.containsKey("institution") && terms.containsKey("body")) {
      Generalisability study = study(List.copyOf(terms.keySet()), fit);
      int items = run.config().model().indicators().size();
      for (int raters = 1; raters <= MOST_BODIES; raters++) {
        table.row(
            raters,
            items,
            study.relative(raters, items),
            study.absolute(raters, items),
            Math.sqrt(study.relativeError(raters, items)),
            Math.sqrt(study.absoluteError(raters, items)),
            run.config().model().modelId(),
            run.config().model().version());
      }
    }
    table.register(run.engine(), run.folder());
  }

  private static Generalisability study(List<String> names, VarianceComponents fit) {
    double[] variance =
        COMPONENTS.stream()
            .mapToDouble(name -> names.contains(name) ? fit.variances()[names.indexOf(name)] : 0)
            .toArray();
    return new Generalisability(
        variance[0],
        variance[1],
        variance[2],
        variance[3],
        variance[4],
        variance[5],
        fit.variances()[names.size()]);
  }
}
