package org.evenstar.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One success of the attacker.
 *
 * @param cell what was learnt
 * @param kind how
 * @param low least value it can have
 * @param high greatest value it can have; equal to {@code low} where it was computed
 * @param derivation the cells that combine, with their coefficients
 */
public record Finding(CellKey cell, Kind kind, double low, double high, List<Term> derivation) {

  /** How a cell was learnt. */
  public enum Kind {
    /** A confidential cell is simply shown. */
    TOLD,
    /** A statistic is shown that its cell is too small for. */
    STATISTIC_TOO_FINE,
    /** A withheld cell still shows a mean, quartiles or another statistic. */
    LEFT_OVER,
    /** Share × n gives a withheld count. */
    SHARE_TIMES_N,
    /** Sums and differences of shown cells give a withheld cell. */
    SUM,
    /** Sums and differences over releases give a withheld cell or a small change. */
    DIFFERENCING,
    /** A contributor who knows its own rows can compute another's. */
    OWN_ROW,
    /** Withheld cells taken together are few owners, and their union can be computed. */
    UNION,
    /** The interval is narrower than the protection interval. */
    TOO_NARROW
  }

  /** One cell of a derivation. */
  public record Term(long coefficient, CellKey cell) {}

  public Finding {
    derivation = List.copyOf(derivation);
  }

  /** One line for people: what, how, from which cells. */
  public String text() {
    String value =
        low == high
            ? String.format(Locale.ROOT, "= %.10g", low)
            : String.format(Locale.ROOT, "in [%.10g, %.10g]", low, high);
    String from =
        derivation.stream()
            .map(term -> String.format(Locale.ROOT, "%+d × %s", term.coefficient(), term.cell()))
            .collect(Collectors.joining(" "));
    return "%s %s %s%s".formatted(cell, value, kind, from.isEmpty() ? "" : " from " + from);
  }
}
