package org.evenstar.landing.decode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/**
 * One version of one scale map for items with one range of points. Conversions are exact in
 * decimal: score = (x − lowest) / (highest − lowest), kept in millionths, half up; points = lowest
 * point + score × range, or x itself on a scale of points.
 */
public final class ScoreDecoder implements FieldDecoder {
  private static final BigDecimal MILLION = new BigDecimal(1_000_000);

  private final Source.Scale scale;
  private final Model.Points points;
  private final boolean areFractions;
  private final Map<String, BigDecimal> words = new HashMap<>();
  private final Map<String, String> absences = new HashMap<>();

  /**
   * @param areFractions percentages without a sign are fractions of one
   */
  public ScoreDecoder(Source.Scale scale, Model.Points points, boolean areFractions) {
    this.scale = scale;
    this.areFractions = areFractions;
    this.points = points;
    scale.map().forEach(step -> step.raw().forEach(raw -> words.put(key(raw), step.score())));
    scale
        .absent()
        .forEach(absent -> absent.raw().forEach(raw -> absences.put(key(raw), absent.absence())));
  }

  private static String key(String raw) {
    return TextRepair.strip(TextRepair.halfWidth(raw));
  }

  @Override
  public Decoded decode(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    String absence = absences.get(plain.text());
    if (absence != null) {
      return Decoded.absent(absence);
    }
    if (plain.text().startsWith("=")) {
      return Decoded.wrong(Found.of("SCORE_FORMULA_TEXT", raw));
    }
    List<Found> found = new ArrayList<>(plain.found());
    return switch (scale.kind()) {
      case "map", "letters" -> word(raw, plain.text(), found);
      case "linear" -> linear(raw, plain.text(), found);
      default -> points(raw, plain.text(), found);
    };
  }

  private Decoded word(String raw, String text, List<Found> found) {
    BigDecimal score = words.get(text);
    if (score == null) {
      return Decoded.wrong(Found.of("SCORE_UNKNOWN", raw, known()));
    }
    return scored(score, found);
  }

  private String known() {
    return scale.map().stream().map(step -> step.raw().get(0)).collect(Collectors.joining(" "));
  }

  private Decoded linear(String raw, String text, List<Found> found) {
    boolean isPercent = "percent".equals(scale.unit());
    String digits = text;
    boolean hasSign = isPercent && text.endsWith("%");
    if (hasSign) {
      digits = TextRepair.strip(text.substring(0, text.length() - 1));
      found.add(Found.of("SCORE_PERCENT_SIGN", raw, digits));
    }
    BigDecimal x = decimal(digits);
    BigDecimal lowest = Objects.requireNonNull(scale.lowest());
    BigDecimal highest = Objects.requireNonNull(scale.highest());
    if (x == null) {
      return Decoded.wrong(Found.of("SCORE_UNKNOWN", raw, range(lowest, highest)));
    }
    if (isPercent && areFractions && !hasSign) {
      x = x.movePointRight(2);
    }
    if (x.compareTo(highest) > 0 && scale.above().equals("cap")) {
      x = highest;
    }
    if (isOutside(x, lowest, highest)) {
      return Decoded.wrong(Found.of("SCORE_OUTSIDE_SCALE", raw, range(lowest, highest)));
    }
    return scored(
        x.subtract(lowest).divide(highest.subtract(lowest), 12, RoundingMode.HALF_UP), found);
  }

  private Decoded points(String raw, String text, List<Found> found) {
    BigDecimal x = decimal(text);
    if (x == null) {
      return Decoded.wrong(
          Found.of("SCORE_UNKNOWN", raw, range(points.lowest(), points.highest())));
    }
    if (isOutside(x, points.lowest(), points.highest())) {
      return Decoded.wrong(
          Found.of("SCORE_OUTSIDE_SCALE", raw, range(points.lowest(), points.highest())));
    }
    BigDecimal position =
        x.subtract(points.lowest())
            .divide(points.highest().subtract(points.lowest()), 12, RoundingMode.HALF_UP);
    BigDecimal score = points.direction() < 0 ? BigDecimal.ONE.subtract(position) : position;
    return Decoded.score(micro(score), micro(x), found);
  }

  private Decoded scored(BigDecimal score, List<Found> found) {
    BigDecimal position = points.direction() < 0 ? BigDecimal.ONE.subtract(score) : score;
    BigDecimal x =
        points.lowest().add(position.multiply(points.highest().subtract(points.lowest())));
    return Decoded.score(micro(score), micro(x), found);
  }

  private static boolean isOutside(BigDecimal x, BigDecimal lowest, BigDecimal highest) {
    return x.compareTo(lowest.min(highest)) < 0 || x.compareTo(lowest.max(highest)) > 0;
  }

  private static String range(BigDecimal lowest, BigDecimal highest) {
    return lowest.toPlainString() + "…" + highest.toPlainString();
  }

  private static @Nullable BigDecimal decimal(String text) {
    if (!text.matches("[+-]?\\d{1,12}(\\.\\d{1,12})?")) {
      return null;
    }
    return new BigDecimal(text);
  }

  private static long micro(BigDecimal value) {
    return value.multiply(MILLION).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
