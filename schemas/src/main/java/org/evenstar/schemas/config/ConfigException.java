package org.evenstar.schemas.config;

import java.util.List;
import java.util.stream.Collectors;
import org.evenstar.schemas.Problem;

/** The configuration cannot be used; carries every problem, sorted. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param folder run folder
   * @param problems at least one
   */
  public ConfigException(String folder, List<Problem> problems) {
    super(
        "Cannot load configuration '"
            + folder
            + "': "
            + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
            + "; mend and run again\n"
            + problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, sorted by file and place. */
  public List<Problem> problems() {
    return problems;
  }
}
