package org.evenstar.reports.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenstar.reports.page.PolicyData.Measure;
import org.evenstar.reports.release.Row;

/** Statistical neighbours: regions whose dossiers are spread most alike over service categories. */
final class SimilarRegions {
  private static final int SHOWN = 5;

  private final PolicyData data;
  private final Measure main;

  SimilarRegions(PolicyData data, Measure main) {
    this.data = data;
    this.main = main;
  }

  /**
   * The most similar regions first; none where the release has no service categories, or a part of
   * the region's own mix is withheld. A region whose mix is withheld is like nobody.
   */
  List<String> of(String region) {
    Optional<double[]> own = mix(region);
    if (own.isEmpty()) {
      return List.of();
    }
    Map<String, Double> distances = new HashMap<>();
    for (String other : data.regions()) {
      if (!other.equals(region)) {
        mix(other).ifPresent(theirs -> distances.put(other, distance(own.get(), theirs)));
      }
    }
    return distances.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Half the sum of differences between shares by sector: 0 the same mix, 1 none in common. */
  private static double distance(double[] own, double[] theirs) {
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += Math.abs(own[i] - theirs[i]) / 2;
    }
    return sum;
  }

  /** Shares by sector; empty where there is no dossier, or any count is withheld. */
  private Optional<double[]> mix(String of) {
    double[] counts = new double[data.sectors().size()];
    for (int i = 0; i < counts.length; i++) {
      Optional<Row> cell = data.cell(of, data.sectors().get(i), main, "*");
      if (Cells.standing(cell, Optional.empty()) == Cells.Standing.WITHHELD) {
        return Optional.empty();
      }
      counts[i] = Cells.value(cell, "n").orElse(0);
    }
    double sum = Arrays.stream(counts).sum();
    return sum == 0
        ? Optional.empty()
        : Optional.of(Arrays.stream(counts).map(count -> count / sum).toArray());
  }
}
