package org.evenstar.pipeline.publish.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenstar.pipeline.SqlPath;

/** Which files of the path a published dataset comes from. */
final class SqlSources {
  /** What statistics in Java read to make a dataset; the rest is one SQL file each. */
  private static final Map<String, List<String>> MADE_IN_JAVA =
      Map.ofEntries(
          Map.entry("benchmark", List.of("benchmark_cell", "withheld_cell")),
          Map.entry("star_share", List.of("star_count")),
          Map.entry("body_benchmark", List.of("body_moment")),
          Map.entry("region_estimate", List.of("stratum_moment")),
          Map.entry("region_gap", List.of("stratum_moment")),
          Map.entry("region_trend", List.of("benchmark_cell")),
          Map.entry(
              "signal",
              List.of(
                  "star_mismatch_count",
                  "copied_vector_count",
                  "body_count",
                  "rule_count",
                  "rule_finding",
                  "body_period",
                  "body_part",
                  "body_stratum",
                  "body_value",
                  "body_shape",
                  "body_domain",
                  "star_bin",
                  "star_part",
                  "pair_score",
                  "linked_score")),
          Map.entry(
              "signal_evidence",
              List.of("star_mismatch", "copied_vector", "rule_finding", "dossier_residual")),
          Map.entry("body_funnel", List.of("body_stratum")),
          Map.entry("body_drift", List.of("body_period")),
          Map.entry("body_histogram", List.of("star_bin")),
          Map.entry("agreement", List.of("pair_score")),
          Map.entry("sensitivity", List.of("stratum_moment")),
          Map.entry("coherence", List.of("indicator_index")),
          Map.entry("severity", List.of("linked_score")),
          Map.entry("severity_domain", List.of("linked_score")),
          Map.entry("severity_pair", List.of("linked_score")),
          Map.entry("design_advice", List.of("linked_score")),
          Map.entry("variance_component", List.of("linked_score")),
          Map.entry("body_effect", List.of("linked_score")),
          Map.entry("decision_study", List.of("linked_score")),
          Map.entry("lineage", List.of("dossier")));

  private SqlSources() {}

  /**
   * The files a dataset needs, in the order in which they run, such as {@code 2-normalise/dossier}.
   */
  static List<String> of(String dataset) {
    Map<String, SqlPath.Step> steps = new LinkedHashMap<>();
    SqlPath.steps().forEach(step -> steps.put(step.dataset(), step));
    Set<String> needed = new HashSet<>();
    Deque<String> open =
        new ArrayDeque<>(
            steps.containsKey(dataset)
                ? List.of(dataset)
                : MADE_IN_JAVA.getOrDefault(dataset, List.of()));
    while (!open.isEmpty()) {
      SqlPath.Step step = steps.get(open.pop());
      if (step != null && needed.add(step.dataset())) {
        Arrays.stream(step.query().split("\\W+", -1)).distinct().forEach(open::push);
      }
    }
    List<String> files = new ArrayList<>();
    for (SqlPath.Step step : steps.values()) {
      if (needed.contains(step.dataset())) {
        files.add(step.stage() + "/" + step.dataset());
      }
    }
    return files;
  }

  /** Datasets that statistics in Java make, and what they read. */
  static Map<String, List<String>> madeInJava() {
    return MADE_IN_JAVA;
  }
}
