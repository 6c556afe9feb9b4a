package org.evenstar.reports.block;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One institution's values among its peers, drawn without a script: a band from the lower to the
 * upper quartile, a tick at the median, a dot for the own value.
 *
 * @param lowest left end of the scale
 * @param highest right end of the scale
 * @param own what the dot is
 * @param peers what the band and the tick are
 */
public record DotRange(
    String id,
    String title,
    String basis,
    double lowest,
    double highest,
    String own,
    String peers,
    List<Line> lines)
    implements Block {
  public DotRange {
    lines = List.copyOf(lines);
  }

  /**
   * One measure.
   *
   * @param isTotal whether it sums up the lines after it
   * @param text the own value and the peers' as they are read
   * @param note what cannot be shown and why; empty where all is shown
   */
  public record Line(
      String name,
      boolean isTotal,
      OptionalDouble value,
      OptionalDouble q1,
      OptionalDouble median,
      OptionalDouble q3,
      String text,
      String note) {

    /** {@code above}, {@code below} or {@code same}: outside or inside the peers' quartiles. */
    public String tone() {
      if (value.isEmpty() || q1.isEmpty() || q3.isEmpty()) {
        return "same";
      }
      return value.getAsDouble() > q3.getAsDouble()
          ? "above"
          : value.getAsDouble() < q1.getAsDouble() ? "below" : "same";
    }
  }

  /** Where a value stands, in per cent of the drawing's width. */
  public String x(OptionalDouble value) {
    return tenths(at(value));
  }

  /** How far two values are apart, in per cent of the drawing's width. */
  public String width(OptionalDouble from, OptionalDouble to) {
    return tenths(Math.max(3, at(to) - at(from)));
  }

  /** The place in tenths of a per cent; the ends keep room for half a mark. */
  private long at(OptionalDouble value) {
    double share = (value.orElse(lowest) - lowest) / (highest - lowest);
    return Math.round(30 + 940 * Math.max(0, Math.min(1, share)));
  }

  private static String tenths(long value) {
    return value / 10 + "." + value % 10 + "%";
  }

  /** The whole numbers on the scale. */
  public List<Step> steps() {
    return IntStream.rangeClosed((int) Math.ceil(lowest), (int) Math.floor(highest))
        .mapToObj(at -> new Step(String.valueOf(at), x(OptionalDouble.of((double) at))))
        .toList();
  }

  /** A number on the scale and its place. */
  public record Step(String text, String x) {}
}
