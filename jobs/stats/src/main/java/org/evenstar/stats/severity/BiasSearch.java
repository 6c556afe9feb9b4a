package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.multiple.Adjustment;

/**
 * Which bodies are stricter or milder in which domains, without the mirror images.
 *
 * <p>With all else held ({@link Interactions}) a body that is severe in one domain of four carries
 * a quarter of that in its severity, and looks mild in the three others. Forward selection mends
 * that: the clearest cell whose q (Benjamini and Hochberg 1995) is within the false discovery rate
 * is given a severity of its own, all are estimated again by conditional likelihood, and the rest
 * is looked at anew. What is found is told as the difference from the body's severity in its other
 * domains, with its error from the whole information matrix. At most half of a body's domains can
 * differ from the rest; with fewer than three domains nothing is searched.
 */
public final class BiasSearch {
  private final SeverityData data;
  private final SeverityOptions options;
  private final int domains;
  private final int[] domainOf;
  private final double fdr;

  /** Body and domain of each cell with a severity of its own, in order of discovery. */
  private final List<int[]> found = new ArrayList<>();

  private BiasSearch(
      SeverityData data, SeverityOptions options, int domains, int[] domainOf, double fdr) {
    this.data = data;
    this.options = options;
    this.domains = domains;
    this.domainOf = domainOf.clone();
    this.fdr = fdr;
  }

  /**
   * The table of all bodies and domains that have ratings.
   *
   * @param fit of the same data and options
   * @param domains number of domains
   * @param domainOf the domain of each indicator, -1 for none
   * @param fdr false discovery rate of the search
   */
  public static List<Interaction> table(
      SeverityData data,
      SeverityOptions options,
      RaschFit fit,
      int domains,
      int[] domainOf,
      double fdr) {
    return new BiasSearch(data, options, domains, domainOf, fdr).table(fit);
  }

  private List<Interaction> table(RaschFit fit) {
    List<Interaction> table = after(fit).byDomain(domains, domainOf);
    Optional<int[]> next = clearest(table);
    while (next.isPresent()) {
      found.add(next.get());
      Optional<RaschFit> again = ConditionalRasch.estimate(split(), options).fit();
      if (again.isEmpty() || !hasAll(again.get())) {
        break;
      }
      table = merged(table, again.get());
      next = clearest(table);
    }
    return table;
  }

  private AfterFit after(RaschFit fit) {
    return AfterFit.of(fit, AfterFitOptions.DEFAULT.withThreads(options.threads()));
  }

  /** The cell farthest from 0 that is within the false discovery rate and may yet be freed. */
  private Optional<int[]> clearest(List<Interaction> table) {
    double[] p =
        table.stream()
            .mapToDouble(cell -> Distributions.normalTwoSided(cell.t().orElse(0)))
            .toArray();
    double[] q = Adjustment.BENJAMINI_HOCHBERG.adjust(p);
    Interaction best = null;
    for (int i = 0; i < q.length; i++) {
      Interaction cell = table.get(i);
      boolean isOpen = q[i] < fdr && !isFound(cell.body(), cell.scope()) && mayFree(cell.body());
      if (isOpen && (best == null || size(cell) > size(best))) {
        best = cell;
      }
    }
    return best == null ? Optional.empty() : Optional.of(new int[] {best.body(), best.scope()});
  }

  private static double size(Interaction cell) {
    return Math.abs(cell.t().orElse(0));
  }

  private boolean isFound(int body, int domain) {
    return number(body, domain) >= 0;
  }

  private boolean mayFree(int body) {
    long own = found.stream().filter(cell -> cell[0] == body).count();
    return 2 * (own + 1) < domains;
  }

  /** The number of a found cell as a body of its own, -1 for others. */
  private int number(int body, int domain) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i)[0] == body && found.get(i)[1] == domain) {
        return data.bodies() + i;
      }
    }
    return -1;
  }

  /** The same ratings, those of a found cell under a body of its own. */
  private SeverityData split() {
    int bodies = data.bodies() + found.size();
    SeverityDataBuilder builder =
        SeverityData.builder()
            .sizes(data.institutions(), bodies, data.indicators(), data.categories());
    byte[] row = new byte[data.indicators()];
    byte[][] parts = new byte[bodies][data.indicators()];
    for (int institution = 0; institution < data.institutions(); institution++) {
      for (int d = data.firstDossier(institution); d < data.firstDossier(institution + 1); d++) {
        data.copyRow(data.row(d), row);
        add(builder, institution, data.body(data.row(d)), row, parts);
      }
    }
    return builder.build();
  }

  private void add(
      SeverityDataBuilder builder, int institution, int body, byte[] row, byte[][] parts) {
    boolean[] isUsed = new boolean[parts.length];
    for (byte[] part : parts) {
      Arrays.fill(part, SeverityData.ABSENT);
    }
    for (int indicator = 0; indicator < row.length; indicator++) {
      if (row[indicator] >= 0) {
        int own = number(body, domainOf[indicator]);
        int to = own < 0 ? body : own;
        parts[to][indicator] = row[indicator];
        isUsed[to] = true;
      }
    }
    for (int to = 0; to < parts.length; to++) {
      if (isUsed[to]) {
        builder.addDossier(institution, to, parts[to]);
      }
    }
  }

  private boolean hasAll(RaschFit fit) {
    for (int i = 0; i < found.size(); i++) {
      if (fit.body(data.bodies() + i).isEmpty() || fit.body(found.get(i)[0]).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The rows of the new fit in the order of the former table. */
  private List<Interaction> merged(List<Interaction> former, RaschFit fit) {
    List<Interaction> anew = after(fit).byDomain(domains, domainOf);
    List<Interaction> rows = new ArrayList<>();
    for (Interaction cell : former) {
      int own = number(cell.body(), cell.scope());
      rows.add(
          own >= 0
              ? freed(cell, fit, own)
              : anew.stream()
                  .filter(one -> one.body() == cell.body() && one.scope() == cell.scope())
                  .findFirst()
                  .orElse(cell));
    }
    return rows;
  }

  private static Interaction freed(Interaction cell, RaschFit fit, int own) {
    double estimate =
        fit.body(own).orElseThrow().severity() - fit.body(cell.body()).orElseThrow().severity();
    double error = fit.differenceError(own, cell.body());
    return new Interaction(
        cell.body(),
        cell.scope(),
        cell.n(),
        OptionalDouble.of(estimate),
        OptionalDouble.of(error),
        OptionalDouble.of(estimate / error),
        cell.observedLessExpected());
  }
}
