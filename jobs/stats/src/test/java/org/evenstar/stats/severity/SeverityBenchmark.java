package org.evenstar.stats.severity;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Times the severity core on simulated ratings and prints time, memory and error: {@code
 * SeverityBenchmark INSTITUTIONS LINKED_SHARE MISSING_SHARE THREADS}. Not a test.
 */
final class SeverityBenchmark {

  private SeverityBenchmark() {}

  public static void main(String[] args) {
    int institutions = args.length > 0 ? Integer.parseInt(args[0]) : 960_000;
    double linked = args.length > 1 ? Double.parseDouble(args[1]) : 0.05;
    double missing = args.length > 2 ? Double.parseDouble(args[2]) : 0;
    int threads = args.length > 3 ? Integer.parseInt(args[3]) : 2;
    Simulation simulation = new Simulation(1, 20).withUnequalRegions();
    if (missing > 0) {
      simulation = simulation.withMissing(missing);
    }
    long start = System.nanoTime();
    SeverityData data = simulation.data(institutions, (int) (institutions * linked));
    say("simulated %,d ratings in %.2f s, %d MB", data.ratings(), since(start), megabytes());
    double processor = processor();

    for (int round = 0; round < 2; round++) {
      start = System.nanoTime();
      SeverityResult result =
          ConditionalRasch.estimate(data, SeverityOptions.DEFAULT.withThreads(threads));
      double seconds = since(start);
      RaschFit fit = result.fit().orElseThrow();
      double squares = 0;
      for (BodyEstimate body : fit.bodies()) {
        squares += Math.pow(body.severity() - Simulation.SEVERITY[body.body()], 2);
      }
      say(
          "fit %.2f s (%.2f s of processor), %d iterations, %d groups, RMSE %.5f, SE %.5f, robust %.5f, %d MB",
          seconds,
          processor() - processor,
          fit.iterations(),
          fit.groups().groups(),
          Math.sqrt(squares / 6),
          fit.bodies().get(0).standardError(),
          fit.bodies().get(0).robustError(),
          megabytes());
      start = System.nanoTime();
      processor = processor();
      AfterFit after = AfterFit.of(fit, AfterFitOptions.DEFAULT.withThreads(threads));
      int rows = after.byIndicator().size() + after.linkage().pairs().size();
      say(
          "after fit %.2f s (%.2f s of processor), %d rows, %d MB",
          since(start), processor() - processor, rows, megabytes());
      processor = processor();
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Seconds of processor time of all threads: what a busy machine does not stretch. */
  private static double processor() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime()
        / 1e9;
  }

  private static long megabytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
