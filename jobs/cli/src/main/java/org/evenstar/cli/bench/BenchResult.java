package org.evenstar.cli.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one invocation.
 *
 * @param scores scores made
 * @param bytes bytes of the landed tables as Parquet
 * @param cells benchmark cells with enough values, and measure
 * @param subjects one a subject, in the order measured
 */
public record BenchResult(
    long scores,
    long bytes,
    long cells,
    int threads,
    long memoryMegabytes,
    String codeVersion,
    List<Figure> subjects) {

  public BenchResult {
    subjects = List.copyOf(subjects);
  }

  /**
   * A subject's figures over all measurements.
   *
   * @param seconds of every measurement, in order
   * @param ratios seconds by those of evenstar in the same turn; for evenstar by those of the bare
   *     scan
   * @param peakBytes the most memory of any
   * @param steps median seconds of its parts
   */
  public record Figure(
      String subject,
      String engine,
      List<Double> seconds,
      List<Double> ratios,
      long peakBytes,
      Map<String, Double> steps) {

    public Figure {
      seconds = List.copyOf(seconds);
      ratios = List.copyOf(ratios);
    }

    /** Median seconds. */
    public double medianSeconds() {
      return median(seconds);
    }

    /** Median ratio. */
    public double medianRatio() {
      return median(ratios);
    }
  }

  static BenchResult of(
      long scores,
      long bytes,
      int threads,
      long memoryMegabytes,
      String codeVersion,
      List<Measured> all) {
    Map<String, List<Measured>> bySubject = new LinkedHashMap<>();
    all.forEach(
        one -> bySubject.computeIfAbsent(one.subject(), name -> new ArrayList<>()).add(one));
    List<Double> own = seconds(bySubject.getOrDefault("evenstar", List.of()));
    List<Double> bare = seconds(bySubject.getOrDefault("bare", List.of()));
    List<Figure> figures = new ArrayList<>();
    bySubject.forEach(
        (subject, measured) ->
            figures.add(figure(measured, subject.equals("evenstar") ? bare : own)));
    long cells =
        all.stream()
            .mapToLong(one -> one.cells().getOrDefault("n_cells", 0.0).longValue())
            .max()
            .orElse(0);
    return new BenchResult(scores, bytes, cells, threads, memoryMegabytes, codeVersion, figures);
  }

  private static Figure figure(List<Measured> measured, List<Double> against) {
    List<Double> seconds = seconds(measured);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      ratios.add(rounded(seconds.get(i) / against.get(i)));
    }
    Map<String, List<Double>> steps = new LinkedHashMap<>();
    for (Measured one : measured) {
      for (Measured.Step step : one.steps()) {
        steps.computeIfAbsent(step.name(), name -> new ArrayList<>()).add(step.seconds());
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    steps.forEach((name, of) -> medians.put(name, rounded(median(of))));
    return new Figure(
        measured.get(0).subject(),
        measured.get(0).engine(),
        seconds,
        ratios,
        measured.stream().mapToLong(Measured::peakBytes).max().orElse(0),
        medians);
  }

  private static List<Double> seconds(List<Measured> measured) {
    return measured.stream().map(one -> rounded(one.seconds())).toList();
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1e3) / 1e3;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
