package org.evenstar.reports.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.evenstar.reports.page.PolicyData.Measure;

/** Statistical neighbours: regions whose dossiers are spread most alike over service categories. */
final class SimilarRegions {
  private static final int SHOWN = 5;

  private final PolicyData data;
  private final Measure main;

  SimilarRegions(PolicyData data, Measure main) {
    this.data = data;
    this.main = main;
  }

  /** The most similar regions first; none where the release has no service categories. */
  List<String> of(String region) {
    if (data.sectors().isEmpty() || !data.regions().contains(region)) {
      return List.of();
    }
    double[] own = mix(region);
    return data.regions().stream()
        .filter(other -> !other.equals(region))
        .sorted(
            Comparator.comparingDouble((String other) -> distance(own, mix(other)))
                .thenComparing(other -> other))
        .limit(SHOWN)
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

  private double[] mix(String of) {
    double[] counts =
        data.sectors().stream()
            .mapToDouble(sector -> Cells.value(data.cell(of, sector, main, "*"), "n").orElse(0))
            .toArray();
    double sum = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(count -> sum == 0 ? 0 : count / sum).toArray();
  }
}
