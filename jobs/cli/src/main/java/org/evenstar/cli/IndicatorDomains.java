package org.evenstar.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenstar.stats.severity.ReportOptions;
import org.jspecify.annotations.Nullable;

/**
 * Which domain an indicator belongs to.
 *
 * @param names of the domains, in order of appearance
 * @param assignment domain of each indicator; empty without domains
 */
record IndicatorDomains(List<String> names, Optional<ReportOptions.Assignment> assignment) {

  /** Reads columns indicator and domain; no file is no domains. */
  static IndicatorDomains read(@Nullable Path file, List<String> indicators) throws IOException {
    if (file == null) {
      return new IndicatorDomains(List.of(), Optional.empty());
    }
    Map<String, Integer> names = new LinkedHashMap<>();
    int[] domainOf = new int[indicators.size()];
    Arrays.fill(domainOf, -1);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        int indicator = indicators.indexOf(row.getField("indicator"));
        if (indicator >= 0) {
          domainOf[indicator] = names.computeIfAbsent(row.getField("domain"), name -> names.size());
        }
      }
    }
    return new IndicatorDomains(
        List.copyOf(names.keySet()), Optional.of(new ReportOptions.Assignment(domainOf)));
  }
}
