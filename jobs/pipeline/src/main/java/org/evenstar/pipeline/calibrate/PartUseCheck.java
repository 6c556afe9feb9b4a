package org.evenstar.pipeline.calibrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Model;
import org.evenstar.stats.benchmark.Moments;
import org.evenstar.stats.benchmark.Quantiles;

/**
 * Pattern checks {@code domain_use} and {@code indicator_use}: does a body give more or less on one
 * domain or indicator than the rest of its own dossiers lead one to expect? The difference within
 * the dossier takes out how good its clients are, so no shared dossier is needed; clients who are
 * all strong in one domain remain a possible reason. Effects are those at the middle of the scale
 * ({@link Sums#room}), as severities are, so that a body whose clients get full marks shows as
 * much.
 */
final class PartUseCheck {
  private static final int MOST_EVIDENCE = 20;

  private PartUseCheck() {}

  static void run(CheckRun run) {
    Model model = run.config().model();
    if (run.isEnabled(CheckName.DOMAIN_USE)) {
      List<LocalText> names = model.domains().stream().map(Model.Domain::name).toList();
      List<String> ids = model.domains().stream().map(Model.Domain::domainId).toList();
      compare(run, CheckName.DOMAIN_USE, "domain", ids, names);
    }
    // Where each domain has one indicator the two questions are one.
    if (run.isEnabled(CheckName.INDICATOR_USE)
        && model.indicators().size() > model.domains().size()) {
      List<LocalText> names = model.indicators().stream().map(Model.Indicator::name).toList();
      List<String> ids = model.indicators().stream().map(Model.Indicator::indicatorId).toList();
      compare(run, CheckName.INDICATOR_USE, "indicator", ids, names);
    }
  }

  private static void compare(
      CheckRun run, CheckName check, String kind, List<String> ids, List<LocalText> names) {
    if (ids.size() < 2) {
      return;
    }
    AgainstOthers against =
        new AgainstOthers(run, check, run.limits(check), AgainstOthers.Side.BOTH, "score");
    aboutMedian(units(run, kind))
        .forEach((part, units) -> against.add(kind, ids.get(part), names.get(part), units));
    against.finish();
    evidence(run, check, kind, ids, against.flagged());
  }

  private static Map<Integer, List<AgainstOthers.Unit>> units(CheckRun run, String kind) {
    Map<Integer, List<AgainstOthers.Unit>> units = new TreeMap<>();
    try (Rows rows =
        run.engine()
            .query(
                "select part_no, body_id, n, sum_micro, square, sum_room_micro from body_part"
                    + " where part_kind = '"
                    + kind
                    + "' order by part_no, body_id")) {
      while (rows.next()) {
        Moments moments = Sums.moments(rows, 2);
        double room = Sums.room(rows.longAt(5), moments.n());
        double error = Math.max(Sums.deviation(moments), 1e-3) / Math.sqrt((double) moments.n());
        units
            .computeIfAbsent(Math.toIntExact(rows.longAt(0)), part -> new ArrayList<>())
            .add(
                new AgainstOthers.Unit(
                    Sums.text(rows, 1), moments.n(), Sums.mean(moments) / room, error / room));
      }
    }
    return units;
  }

  /**
   * Moves each body's parts so that their median is 0: one part that is used differently then shows
   * there alone, not turned round in the others. A part's distance from the mean of all P is
   * (P-1)/P of that from the rest; its error shrinks by the root of that.
   */
  private static Map<Integer, List<AgainstOthers.Unit>> aboutMedian(
      Map<Integer, List<AgainstOthers.Unit>> units) {
    Map<String, List<Double>> own = new HashMap<>();
    units
        .values()
        .forEach(
            part ->
                part.forEach(
                    one ->
                        own.computeIfAbsent(one.body(), body -> new ArrayList<>())
                            .add(one.value())));
    double share = (units.size() - 1.0) / Math.max(1, units.size());
    Map<Integer, List<AgainstOthers.Unit>> moved = new TreeMap<>();
    units.forEach(
        (part, all) ->
            moved.put(
                part,
                all.stream()
                    .map(
                        one ->
                            new AgainstOthers.Unit(
                                one.body(),
                                one.n(),
                                share * (one.value() - median(own, one.body())),
                                Math.sqrt(share) * one.error()))
                    .toList()));
    return moved;
  }

  private static double median(Map<String, List<Double>> own, String body) {
    return Quantiles.of(
            own.getOrDefault(body, List.of()).stream().mapToDouble(v -> v).sorted().toArray(), 0.5)
        .orElse(0);
  }

  /** The dossiers furthest out in the flagged direction. */
  private static void evidence(
      CheckRun run, CheckName check, String kind, List<String> ids, List<String> flagged) {
    for (String one : flagged) {
      String body = one.substring(0, one.indexOf('\t'));
      String id = one.substring(one.indexOf('\t') + 1);
      String apart =
          "(part.residual_micro - cast(dossier_residual.residual_sum_micro - part.residual_micro as"
              + " double) * part.room_micro / (dossier_residual.room_sum_micro - part.room_micro))"
              + " / part.n_items";
      run.book()
          .addEvidenceOf(
              run.engine(),
              check.id() + ":" + body + ":" + id,
              "select dossier.body_id, dossier.dossier_no, dossier.file, dossier.sheet,"
                  + " dossier.row_number, cast(cast(round("
                  + apart
                  + ") as bigint) as string) as value, '0' as expected from "
                  + kind
                  + "_residual as part inner join dossier_residual on dossier_residual.row_key ="
                  + " part.row_key inner join dossier on dossier.row_key = dossier_residual.row_key"
                  + " where dossier.body_id = '"
                  + body.replace("'", "''")
                  + "' and part."
                  + kind
                  + "_no = "
                  + ids.indexOf(id)
                  + " and dossier_residual.room_sum_micro > part.room_micro"
                  + " order by abs("
                  + apart
                  + ") desc, dossier.dossier_no limit "
                  + MOST_EVIDENCE);
    }
  }
}
