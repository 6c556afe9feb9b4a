package org.evenstar.notebooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Values with their intervals, one below the other; a line where nothing differs. What has no value
 * keeps its line and says why.
 */
public final class IntervalChart implements Chart {
  private static final double LEFT = 250;
  private static final double RIGHT = Svg.WIDTH - 90.0;
  private static final double TOP = 42;
  private static final double STEP = 26;

  private record Line(String label, double value, double lower, double upper, String instead) {
    boolean isAbsent() {
      return !instead.isEmpty();
    }
  }

  private final String title;
  private final double reference;
  private final List<Line> lines = new ArrayList<>();

  /**
   * An empty chart.
   *
   * @param reference where a vertical line stands, such as 0 or the mean of all
   */
  public IntervalChart(String title, double reference) {
    this.title = title;
    this.reference = reference;
  }

  /** Adds a value with its interval. */
  public IntervalChart add(String label, double value, double lower, double upper) {
    lines.add(new Line(label, value, lower, upper, ""));
    return this;
  }

  /** Adds a line without a value, with the reason in its place. */
  public IntervalChart absent(String label, String reason) {
    lines.add(new Line(label, 0, 0, 0, reason));
    return this;
  }

  @Override
  public String svg() {
    double low = reference;
    double high = reference;
    for (Line line : lines) {
      low = line.isAbsent() ? low : Math.min(low, line.lower());
      high = line.isAbsent() ? high : Math.max(high, line.upper());
    }
    double width = high > low ? high - low : 1;
    double bottom = TOP + STEP * lines.size();
    Svg svg = new Svg(title, (int) bottom + 34);
    double zero = x(reference, low, width);
    svg.line(zero, TOP - 6, zero, bottom, Svg.GREY, 1);
    svg.text(zero, bottom + 18, number(reference), Svg.GREY, "middle", 12);
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, lines.get(i), TOP + STEP * (i + 0.5), low, width);
    }
    return svg.done();
  }

  private void draw(Svg svg, Line line, double y, double low, double width) {
    svg.text(LEFT - 14, y + 4, line.label(), "#101828", "end", 12);
    if (line.isAbsent()) {
      svg.text(LEFT, y + 4, line.instead(), Svg.ORANGE, "start", 12);
      return;
    }
    boolean differs = line.lower() > reference || line.upper() < reference;
    String colour = differs ? Svg.ORANGE : Svg.BLUE;
    svg.line(x(line.lower(), low, width), y, x(line.upper(), low, width), y, colour, 2);
    double x = x(line.value(), low, width);
    if (differs) {
      svg.diamond(x, y, 6, colour);
    } else {
      svg.circle(x, y, 5, colour, 1);
    }
    svg.text(RIGHT + 14, y + 4, number(line.value()), "#101828", "start", 12);
  }

  private static double x(double value, double low, double width) {
    return LEFT + (value - low) / width * (RIGHT - LEFT);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
  }
}
