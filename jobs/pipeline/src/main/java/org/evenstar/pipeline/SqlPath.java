package org.evenstar.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.evenstar.schemas.config.RunSettings;

/** The SQL of the path, one file a dataset, in the order of {@code sql/path.txt}. */
public final class SqlPath {
  private static final String OWN_SCORES = " by batch";

  private SqlPath() {}

  /**
   * One dataset's SQL.
   *
   * @param stage folder, such as {@code 2-normalise}
   * @param dataset table it makes
   * @param query one select
   * @param isOfOwnScores it needs nothing but a dossier's own scores and the model, so that batches
   *     of dossiers can be computed one after the other
   */
  public record Step(String stage, String dataset, String query, boolean isOfOwnScores) {}

  /** Every step in order. */
  public static List<Step> steps() {
    return read("sql/path.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(SqlPath::step)
        .toList();
  }

  /** The steps that a run with these settings takes, in order. */
  public static List<Step> steps(RunSettings run) {
    return steps().stream()
        .filter(step -> run.hasInstitutionFiles() || !step.stage().equals("3-standing"))
        .toList();
  }

  /** The steps of one stage, in order. */
  public static List<Step> steps(String stage) {
    return steps().stream().filter(step -> step.stage().equals(stage)).toList();
  }

  private static Step step(String line) {
    boolean isOfOwnScores = line.endsWith(OWN_SCORES);
    String path = isOfOwnScores ? line.substring(0, line.length() - OWN_SCORES.length()) : line;
    int slash = path.indexOf('/');
    return new Step(
        path.substring(0, slash),
        path.substring(slash + 1),
        read("sql/" + path + ".sql"),
        isOfOwnScores);
  }

  private static String read(String resource) {
    try (InputStream in = SqlPath.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "Cannot find '" + resource + "': it is named in sql/path.txt; add the file");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
