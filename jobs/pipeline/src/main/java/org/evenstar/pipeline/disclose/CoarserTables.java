package org.evenstar.pipeline.disclose;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenstar.pipeline.RunResult;

/**
 * What to publish instead where too much is withheld: tables that tell nearly nothing cost the
 * others cover, so the worst are named, each with the finest table of fewer dimensions that tells.
 */
public final class CoarserTables {
  private static final int NAMED = 3;
  private static final double HARDLY_TOLD = 0.5;
  private static final String SEPARATOR = " × ";

  private CoarserTables() {}

  /**
   * What a person should look at in a release, if more is withheld than a share.
   *
   * @param above share of the information, the sum of n over cells, 0…1
   */
  public static Optional<RunResult.Attention> of(Path release, BigDecimal above)
      throws IOException {
    return DisclosureFile.of(release)
        .map(DisclosureFile::loss)
        .filter(loss -> loss.informationShare() > above.doubleValue())
        .map(CoarserTables::attention);
  }

  private static RunResult.Attention attention(DisclosureFile.LossLine loss) {
    List<Map.Entry<String, Double>> worst =
        loss.byTable().entrySet().stream()
            .filter(table -> table.getValue() > HARDLY_TOLD)
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .thenComparing(table -> dimensions(table.getKey()).size())
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(NAMED)
            .toList();
    StringBuilder zh = new StringBuilder(percent(loss.informationShare()));
    StringBuilder en = new StringBuilder(zh);
    zh.append(" 的基准信息未公布（association/disclosure.json）；建议在 config/benchmark.json 中去掉损失最大的表：");
    en.append(
        " of the benchmarks' information is withheld (association/disclosure.json); consider");
    en.append(" leaving out of config/benchmark.json the tables that lose most:");
    String next = "";
    for (Map.Entry<String, Double> table : worst) {
      String named = " " + table.getKey() + " (" + percent(table.getValue()) + ")";
      zh.append(next).append(named);
      en.append(next).append(named);
      coarser(table.getKey(), loss.byTable())
          .ifPresent(
              other -> {
                zh.append("，改用 ").append(other);
                en.append(" for ").append(other);
              });
      next = ";";
    }
    return new RunResult.Attention(zh.toString(), en.toString());
  }

  /** The table of fewer dimensions that keeps most of them and withholds least, if it tells. */
  private static Optional<String> coarser(String table, Map<String, Double> byTable) {
    return byTable.entrySet().stream()
        .filter(other -> other.getValue() <= HARDLY_TOLD && isCoarser(other.getKey(), table))
        .min(
            Comparator.<Map.Entry<String, Double>>comparingInt(
                    other -> -dimensions(other.getKey()).size())
                .thenComparing(Map.Entry.comparingByValue())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static boolean isCoarser(String other, String table) {
    return !other.equals(table) && dimensions(table).containsAll(dimensions(other));
  }

  /** The dimensions of a table by its name, the whole nation and all of time left out. */
  private static List<String> dimensions(String table) {
    return List.of(table.split(SEPARATOR)).stream()
        .filter(part -> !part.equals("nation") && !part.equals("all"))
        .toList();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
