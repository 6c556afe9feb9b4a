package org.evenstar.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar agreement FILE [--out DIR]}. */
@Command(
    name = "agreement",
    mixinStandardHelpOptions = true,
    description =
        "Says how far bodies agree, from any CSV with one row a case and one column a body."
            + " 由任意评分 CSV 计算机构间一致性。")
@SuppressWarnings("NullAway.Init")
final class AgreementVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "CSV with a header")
  private Path file;

  @Option(
      names = "--bodies",
      defaultValue = "body*",
      paramLabel = "GLOB",
      description = "Columns of the bodies (default: ${DEFAULT-VALUE})")
  private String bodies;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for agreement.json")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Map<String, List<Double>> columns = read();
    AgreementText text =
        new AgreementText(
            List.copyOf(columns.keySet()),
            columns.values().stream()
                .map(column -> column.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new));
    if (out != null) {
      Files.createDirectories(out);
      Files.writeString(
          out.resolve("agreement.json"),
          Json.MAPPER.writeValueAsString(text.figures()) + "\n",
          StandardCharsets.UTF_8);
    }
    text.lines().forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  /** Scores by body, NaN where absent. */
  private Map<String, List<Double>> read() throws IOException {
    Pattern glob = RatingFile.glob(bodies);
    Map<String, List<Double>> columns = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        for (String name : row.getHeader()) {
          if (glob.matcher(name).matches()) {
            columns
                .computeIfAbsent(name, key -> new ArrayList<>())
                .add(RatingFile.score(file, row, row.getField(name)));
          }
        }
      }
    }
    if (columns.size() < 2) {
      throw new IllegalArgumentException(
          "Cannot compare bodies in '"
              + file
              + "': fewer than two columns are called like '"
              + bodies
              + "'; name them with --bodies");
    }
    return columns;
  }
}
