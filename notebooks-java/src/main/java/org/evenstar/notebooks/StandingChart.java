package org.evenstar.notebooks;

import java.util.Arrays;
import java.util.Locale;
import org.evenstar.stats.benchmark.QuantileType;
import org.evenstar.stats.benchmark.Quantiles;

/** One value among its peers: a point each, the middle half as a band, the own value marked. */
public final class StandingChart implements Chart {
  private static final double LEFT = 40;
  private static final double RIGHT = Svg.WIDTH - 40.0;
  private static final double MIDDLE = 78;

  private final String title;
  private final double own;
  private final double[] peers;

  /**
   * A chart of one value.
   *
   * @param peers at least one value
   */
  public StandingChart(String title, double own, double[] peers) {
    this.title = title;
    this.own = own;
    this.peers = peers.clone();
    Arrays.sort(this.peers);
  }

  @Override
  public String svg() {
    double low = Math.min(own, peers[0]);
    double width = Math.max(own, peers[peers.length - 1]) - low;
    Svg svg = new Svg(title, 140);
    double q1 = x(quantile(0.25), low, width);
    svg.bar(q1, MIDDLE - 20, x(quantile(0.75), low, width) - q1, 40, "#dbe7f5");
    double median = x(quantile(0.5), low, width);
    svg.line(median, MIDDLE - 24, median, MIDDLE + 24, Svg.BLUE, 2);
    for (double peer : peers) {
      svg.circle(x(peer, low, width), MIDDLE, 4, Svg.BLUE, 0.4);
    }
    svg.diamond(x(own, low, width), MIDDLE, 9, Svg.ORANGE);
    svg.text(
        x(own, low, width),
        MIDDLE - 30,
        number(own),
        Svg.ORANGE,
        own > low ? "middle" : "start",
        13);
    svg.text(median, MIDDLE + 42, number(quantile(0.5)), Svg.BLUE, "middle", 12);
    return svg.done();
  }

  private double quantile(double p) {
    return Quantiles.of(peers, p, QuantileType.TYPE_7).orElseThrow();
  }

  private static double x(double value, double low, double width) {
    return width == 0 ? (LEFT + RIGHT) / 2 : LEFT + (value - low) / width * (RIGHT - LEFT);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
