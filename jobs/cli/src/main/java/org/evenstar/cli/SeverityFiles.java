package org.evenstar.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.evenstar.schemas.Json;
import org.evenstar.stats.severity.BodyRow;
import org.evenstar.stats.severity.DesignAdvice;
import org.evenstar.stats.severity.IndicatorEstimate;
import org.evenstar.stats.severity.InstitutionLocation;
import org.evenstar.stats.severity.Interaction;
import org.evenstar.stats.severity.SeverityReport;
import org.evenstar.stats.severity.SeverityResult;
import org.evenstar.stats.severity.ThresholdEstimate;
import org.jspecify.annotations.Nullable;

/**
 * A severity report as files: {@code severity.json} with everything but institutions, which stand
 * in {@code institutions.csv}. Severities are logits, sum to zero, positive is stricter.
 */
final class SeverityFiles {
  private final SeverityReport report;
  private final RatingFile ratings;
  private final List<String> domains;
  private final List<String> bodies;
  private final List<String> indicators;

  SeverityFiles(SeverityReport report, RatingFile ratings, List<String> domains) {
    this.report = report;
    this.ratings = ratings;
    this.domains = domains;
    this.bodies = ratings.bodies();
    this.indicators = ratings.indicators();
  }

  void write(Path out) throws IOException {
    Files.createDirectories(out);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("status", report.status().name());
    root.put("categories", ratings.scores());
    if (report.result() instanceof SeverityResult.NotIdentified open) {
      root.put("reason", open.reason().name());
      root.put(
          "components",
          open.components().stream()
              .map(component -> component.stream().map(bodies::get).toList())
              .toList());
    }
    root.put("bodies", report.bodies().stream().map(this::body).toList());
    root.put(
        "items",
        report.fit().stream().flatMap(fit -> fit.indicators().stream()).map(this::item).toList());
    root.put(
        "thresholds",
        report.fit().stream()
            .flatMap(fit -> fit.thresholds().stream())
            .map(this::threshold)
            .toList());
    List<Map<String, Object>> bias = new ArrayList<>();
    report.byIndicator().forEach(one -> bias.add(bias("indicator", indicators, one)));
    report.byDomain().forEach(one -> bias.add(bias("domain", domains, one)));
    root.put("bias", bias);
    root.put("advice", report.advice().stream().map(this::advice).toList());
    Files.writeString(
        out.resolve("severity.json"),
        Json.MAPPER.writeValueAsString(root) + "\n",
        StandardCharsets.UTF_8);
    institutions(out.resolve("institutions.csv"));
  }

  private Map<String, Object> body(BodyRow row) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("body", bodies.get(row.body()));
    body.put("status", row.status().name());
    body.put("component", row.component());
    body.put("n", row.n());
    body.put("dossiers", row.dossiers());
    row.estimated()
        .ifPresent(
            found -> {
              body.put("severity", found.severity());
              body.put("se", found.standardError());
              body.put("robust_se", found.robustError());
              body.put("severity_score", found.severityScore());
              body.put("fair_average", found.fairAverage());
              body.put("linked_institutions", found.linkedInstitutions());
              body.put("infit", found.fit().infit());
              body.put("outfit", found.fit().outfit());
            });
    return body;
  }

  private Map<String, Object> item(IndicatorEstimate one) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("item", indicators.get(one.indicator()));
    item.put("difficulty", one.difficulty());
    item.put("se", one.standardError());
    return item;
  }

  private Map<String, Object> threshold(ThresholdEstimate one) {
    Map<String, Object> threshold = new LinkedHashMap<>();
    // Under the rating scale all indicators share their thresholds.
    threshold.put("item", one.indicator() < 0 ? null : indicators.get(one.indicator()));
    threshold.put("step", one.step());
    threshold.put("threshold", one.threshold());
    threshold.put("se", one.standardError());
    return threshold;
  }

  private Map<String, Object> bias(String kind, List<String> names, Interaction one) {
    Map<String, Object> bias = new LinkedHashMap<>();
    bias.put("body", bodies.get(one.body()));
    bias.put(kind, names.get(one.scope()));
    bias.put("estimate", boxed(one.estimate()));
    bias.put("se", boxed(one.standardError()));
    bias.put("t", boxed(one.t()));
    bias.put("n", one.n());
    return bias;
  }

  private Map<String, Object> advice(DesignAdvice one) {
    Map<String, Object> advice = new LinkedHashMap<>();
    advice.put("body_a", bodies.get(one.bodyA()));
    advice.put("body_b", bodies.get(one.bodyB()));
    advice.put("fewest_dossiers", one.fewest());
    advice.put("dossiers_for_wanted_error", one.forWantedError());
    advice.put("expected_se", one.expectedError());
    return advice;
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }

  private void institutions(Path file) throws IOException {
    List<InstitutionLocation> locations = new ArrayList<>();
    report.after().ifPresent(after -> after.forEachInstitution(locations::add));
    locations.sort(Comparator.comparingInt(InstitutionLocation::institution));
    List<String> names = ratings.institutions();
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord("institution", "location", "se", "ratings", "score", "is_extreme");
      for (InstitutionLocation one : locations) {
        csv.writeRecord(
            names.get(one.institution()),
            Double.toString(one.location()),
            Double.toString(one.standardError()),
            Integer.toString(one.ratings()),
            Integer.toString(one.score()),
            Boolean.toString(one.isExtreme()));
      }
    }
  }

  /** What a reader wants first, as lines. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add("status " + report.status());
    lines.add(
        String.format(
            Locale.ROOT,
            "%-16s %9s %7s %6s %6s %8s",
            "body",
            "severity",
            "se",
            "infit",
            "outfit",
            "n"));
    for (BodyRow row : report.bodies()) {
      lines.add(
          row.estimated()
              .map(
                  found ->
                      String.format(
                          Locale.ROOT,
                          "%-16s %9.3f %7.3f %6.2f %6.2f %8d",
                          bodies.get(row.body()),
                          found.severity(),
                          found.standardError(),
                          found.fit().infit(),
                          found.fit().outfit(),
                          row.n()))
              .orElse(
                  String.format(
                      Locale.ROOT, "%-16s %s", bodies.get(row.body()), row.status().name())));
    }
    if (report.result() instanceof SeverityResult.NotIdentified) {
      lines.add("severities are centred within components; they do not compare across them");
      for (DesignAdvice one : report.advice()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "have %s and %s score %d of the same institutions (%d for the wanted error)",
                bodies.get(one.bodyA()),
                bodies.get(one.bodyB()),
                one.fewest(),
                one.forWantedError()));
      }
    }
    return lines;
  }
}
