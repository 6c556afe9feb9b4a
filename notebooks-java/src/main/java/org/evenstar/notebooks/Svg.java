package org.evenstar.notebooks;

import java.util.Locale;

/** Writes the few shapes that charts are made of; numbers always in the same form. */
final class Svg {
  static final int WIDTH = 720;
  static final String BLUE = "#1f5fa8";
  static final String ORANGE = "#b45309";
  static final String GREY = "#667085";

  private final StringBuilder shapes = new StringBuilder();
  private final int height;
  private final String title;

  Svg(String title, int height) {
    this.title = title;
    this.height = height;
    text(12, 22, title, "#101828", "start", 15);
  }

  Svg line(double x1, double y1, double x2, double y2, String colour, double width) {
    shapes.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>\n"
            .formatted(at(x1), at(y1), at(x2), at(y2), colour, at(width)));
    return this;
  }

  Svg circle(double x, double y, double radius, String colour, double opacity) {
    shapes.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>\n"
            .formatted(at(x), at(y), at(radius), colour, at(opacity)));
    return this;
  }

  /** A square on its corner: a second shape beside the circle, for readers without colour. */
  Svg diamond(double x, double y, double reach, String colour) {
    shapes.append(
        "<path d=\"M%s %sl%s %sl-%s %sl-%s -%sz\" fill=\"%s\"/>\n"
            .formatted(
                at(x),
                at(y - reach),
                at(reach),
                at(reach),
                at(reach),
                at(reach),
                at(reach),
                at(reach),
                colour));
    return this;
  }

  Svg bar(double x, double y, double width, double high, String colour) {
    shapes.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
            .formatted(at(x), at(y), at(width), at(high), colour));
    return this;
  }

  Svg text(double x, double y, String text, String colour, String anchor, int size) {
    shapes.append(
        "<text x=\"%s\" y=\"%s\" fill=\"%s\" text-anchor=\"%s\" font-size=\"%d\">%s</text>\n"
            .formatted(at(x), at(y), colour, anchor, size, escaped(text)));
    return this;
  }

  String done() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" role="img" \
    font-family="sans-serif"><title>%s</title>
    <rect width="%d" height="%d" fill="#ffffff"/>
    %s</svg>\
    """
        .formatted(WIDTH, height, WIDTH, escaped(title), WIDTH, height, shapes);
  }

  private static String at(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
