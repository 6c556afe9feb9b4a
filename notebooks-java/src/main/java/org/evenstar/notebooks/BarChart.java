package org.evenstar.notebooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts or amounts from 0, one bar below the other. */
public final class BarChart implements Chart {
  private static final double LEFT = 250;
  private static final double RIGHT = Svg.WIDTH - 90.0;
  private static final double TOP = 40;
  private static final double STEP = 24;

  private record Bar(String label, double value) {}

  private final String title;
  private final List<Bar> bars = new ArrayList<>();

  /** An empty chart. */
  public BarChart(String title) {
    this.title = title;
  }

  /**
   * Adds a bar.
   *
   * @param value 0 or more
   */
  public BarChart add(String label, double value) {
    bars.add(new Bar(label, value));
    return this;
  }

  @Override
  public String svg() {
    Svg svg = new Svg(title, (int) (TOP + STEP * bars.size()) + 12);
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = TOP + STEP * i;
      double width = most > 0 ? bar.value() / most * (RIGHT - LEFT) : 0;
      svg.text(LEFT - 14, y + 13, bar.label(), "#101828", "end", 12);
      svg.bar(LEFT, y + 2, width, STEP - 8, Svg.BLUE);
      svg.text(LEFT + width + 8, y + 13, number(bar.value()), "#101828", "start", 12);
    }
    return svg.done();
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }
}
