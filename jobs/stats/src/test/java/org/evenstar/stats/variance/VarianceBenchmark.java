package org.evenstar.stats.variance;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Times REML on simulated scores, one institution in ten scored by all six bodies, and writes the
 * rows for lme4 ({@code src/test/r/variance-benchmark.R}): {@code VarianceBenchmark INSTITUTIONS
 * [CSV]}. Not a test.
 */
final class VarianceBenchmark {
  private static final int BODIES = 6;
  private static final int INDICATORS = 20;

  private VarianceBenchmark() {}

  public static void main(String[] args) throws IOException {
    int institutions = args.length > 0 ? Integer.parseInt(args[0]) : 8_170;
    int linked = institutions / 10;
    int n = (linked * BODIES + institutions - linked) * INDICATORS;
    int[] institution = new int[n];
    int[] body = new int[n];
    int[] indicator = new int[n];
    double[] y = new double[n];
    SplittableRandom random = new SplittableRandom(245);
    double[] severity = effects(random, BODIES, 3);
    double[] difficulty = effects(random, INDICATORS, 4);
    int at = 0;
    for (int i = 0; i < institutions; i++) {
      double quality = 6 * random.nextGaussian();
      for (int b = 0; b < BODIES; b++) {
        if (i < linked || i % BODIES == b) {
          for (int k = 0; k < INDICATORS; k++, at++) {
            institution[at] = i;
            body[at] = b;
            indicator[at] = k;
            y[at] = 60 + quality + severity[b] + difficulty[k] + 7 * random.nextGaussian();
          }
        }
      }
    }
    if (args.length > 1) {
      write(Path.of(args[1]), institution, body, indicator, y);
    }
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      double processor = processor();
      VarianceComponents fit =
          VarianceComponents.fit(
              y,
              List.of(
                  Factor.of("institution", institution),
                  Factor.of("body", body),
                  Factor.of("indicator", indicator)));
      System.out.printf(
          Locale.ROOT,
          "%,d rows: %.2f s, %.2f s of processor, %d iterations, variances %s%n",
          n,
          (System.nanoTime() - start) / 1e9,
          processor() - processor,
          fit.iterations(),
          Arrays.toString(fit.variances()));
    }
  }

  private static double[] effects(SplittableRandom random, int n, double deviation) {
    double[] effects = new double[n];
    Arrays.setAll(effects, i -> deviation * random.nextGaussian());
    return effects;
  }

  private static void write(Path file, int[] institution, int[] body, int[] indicator, double[] y)
      throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      out.println("institution,body,indicator,score");
      for (int i = 0; i < y.length; i++) {
        out.println("i" + institution[i] + ",b" + body[i] + ",k" + indicator[i] + "," + y[i]);
      }
    }
  }

  private static double processor() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime()
        / 1e9;
  }
}
