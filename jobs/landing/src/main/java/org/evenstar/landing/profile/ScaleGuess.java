package org.evenstar.landing.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenstar.landing.decode.TextRepair;
import org.evenstar.landing.profile.Evidence.Confidence;
import org.evenstar.schemas.Json;
import org.evenstar.schemas.config.Model;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** From which scale scores are, told from their texts. */
final class ScaleGuess {
  private static final int MOST_STEPS = 12;
  private static final long SLIPS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Vocabulary words;
  private final Map<String, Long> counts;
  private final Map<BigDecimal, Long> numbers = new TreeMap<>();
  private final TreeSet<String> absent = new TreeSet<>();
  private final TreeSet<String> others = new TreeSet<>();
  private boolean hasPercentSign;

  /**
   * @param texts of all items' cells that are not blank
   */
  ScaleGuess(Vocabulary words, Collection<String> texts) {
    this.words = words;
    this.counts =
        texts.stream()
            .map(text -> TextRepair.plain(text).text())
            .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
    counts.forEach(this::sort);
  }

  private void sort(String text, long count) {
    BigDecimal number = number(text);
    if (words.absent().contains(text)) {
      absent.add(text);
    } else if (number != null) {
      hasPercentSign |= text.endsWith("%");
      numbers.merge(number, count, Long::sum);
    } else {
      others.add(text);
    }
  }

  private static @Nullable BigDecimal number(String text) {
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    return digits.matches("[+-]?\\d{1,12}(\\.\\d{1,9})?") ? new BigDecimal(digits) : null;
  }

  /** The scale as the source schema words it; what was seen goes to the evidence. */
  ObjectNode of(String scaleId, Model model, String scoreHeader, List<Evidence> evidence) {
    ObjectNode scale = Json.MAPPER.createObjectNode();
    scale.put("scale_id", scaleId).put("version", "1");
    long numeric = numbers.values().stream().mapToLong(Long::longValue).sum();
    long worded =
        counts.entrySet().stream()
            .filter(e -> others.contains(e.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (numeric >= worded) {
      numeric(scale, model, scoreHeader, evidence);
    } else {
      worded(scale, evidence);
    }
    if (!absent.isEmpty()) {
      ArrayNode list = scale.putArray("absent");
      ObjectNode entry = list.addObject();
      absent.forEach(entry.putArray("raw")::add);
      entry.put("absence", "NOT_APPLICABLE");
      tell(
          evidence,
          "/scales/0/absent",
          absent + " mean that nothing was scored",
          Confidence.LIKELY);
    }
    return scale;
  }

  private void numeric(ObjectNode scale, Model model, String scoreHeader, List<Evidence> evidence) {
    numbers.entrySet().stream()
        .filter(entry -> entry.getKey().signum() < 0)
        .max(Map.Entry.comparingByValue())
        .filter(entry -> entry.getValue() > SLIPS)
        .ifPresent(entry -> absent.add(entry.getKey().toPlainString()));
    numbers.keySet().removeIf(number -> number.signum() < 0);
    long bonus = above(HUNDRED);
    dropSlips();
    BigDecimal most = numbers.isEmpty() ? BigDecimal.ZERO : maximum();
    String seen = numbers.isEmpty() ? "no score was seen" : "numbers " + minimum() + " to " + most;
    if (model.items().points() != null && model.items().kind().equals("per_indicator")) {
      scale.put("kind", "points");
      tell(evidence, "/scales/0", seen + ", as the model's own points", Confidence.LIKELY);
      return;
    }
    boolean isStepped =
        numbers.size() <= MOST_STEPS && most.compareTo(BigDecimal.TEN) <= 0 && !isFraction(most);
    if (isStepped) {
      steps(scale, evidence);
      return;
    }
    boolean isPercent =
        hasPercentSign
            || scoreHeader.contains("率")
            || scoreHeader.contains("%")
            || isFraction(most);
    boolean isBeyond = bonus > SLIPS;
    scale.put("kind", "linear").put("lowest", "0").put("highest", "100");
    scale.put("unit", isPercent ? "percent" : "points");
    scale.put("above", isBeyond ? "cap" : "quarantine");
    tell(
        evidence,
        "/scales/0",
        seen + (hasPercentSign ? ", some with %" : "") + (isBeyond ? ", bonus above 100" : ""),
        isBeyond ? Confidence.CHECK : Confidence.LIKELY);
  }

  private static boolean isFraction(BigDecimal most) {
    return most.compareTo(BigDecimal.ONE) <= 0;
  }

  private long above(BigDecimal limit) {
    return numbers.entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(limit) > 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** A step that hardly any cell uses is a slip, not a step of the scale. */
  private void dropSlips() {
    long all = numbers.values().stream().mapToLong(Long::longValue).sum();
    if (numbers.size() <= MOST_STEPS) {
      numbers.values().removeIf(count -> count <= SLIPS && count * 100 < all);
    }
  }

  private BigDecimal minimum() {
    return numbers.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  private BigDecimal maximum() {
    return numbers.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Few whole numbers: evenly spaced, because nothing in a file says otherwise. */
  private void steps(ObjectNode scale, List<Evidence> evidence) {
    scale.put("kind", "map");
    ArrayNode map = scale.putArray("map");
    List<BigDecimal> steps = new ArrayList<>(numbers.keySet());
    int last = Math.max(1, steps.size() - 1);
    for (int i = steps.size() - 1; i >= 0; i--) {
      BigDecimal score =
          BigDecimal.valueOf(i).divide(BigDecimal.valueOf(last), 2, RoundingMode.HALF_UP);
      step(map, List.of(steps.get(i).toPlainString()), score.stripTrailingZeros().toPlainString());
    }
    tell(
        evidence,
        "/scales/0/map",
        "few whole numbers " + steps + ", spaced evenly: ask the body what each stands for",
        Confidence.CHECK);
  }

  private void worded(ObjectNode scale, List<Evidence> evidence) {
    Map<String, String> known = new TreeMap<>();
    words.words().forEach((score, texts) -> texts.forEach(text -> known.put(text, score)));
    boolean areLetters = counts(known.keySet()) == 0 && counts(words.letters().keySet()) > 0;
    Map<String, List<String>> byScore = new TreeMap<>(Comparator.reverseOrder());
    List<String> unknown = new ArrayList<>();
    for (String text : others) {
      String score = areLetters ? words.letters().get(text) : known.get(text);
      if (score == null) {
        unknown.add(text);
      } else {
        byScore.computeIfAbsent(score, key -> new ArrayList<>()).add(text);
      }
    }
    scale.put("kind", areLetters ? "letters" : "map");
    ArrayNode map = scale.putArray("map");
    byScore.forEach((score, texts) -> step(map, texts, score));
    tell(
        evidence,
        "/scales/0/map",
        others.size() - unknown.size() + " words with a known meaning: " + byScore,
        Confidence.LIKELY);
    Function<String, Long> count = text -> counts.getOrDefault(text, 0L);
    for (String text : unknown) {
      tell(
          evidence,
          "/scales/0/map",
          "'" + text + "' (" + count.apply(text) + " times) has no known meaning: add its score",
          Confidence.CHECK);
    }
  }

  private long counts(Set<String> texts) {
    return texts.stream().mapToLong(text -> counts.getOrDefault(text, 0L)).sum();
  }

  private static void step(ArrayNode map, List<String> raw, String score) {
    ObjectNode step = map.addObject();
    raw.forEach(step.putArray("raw")::add);
    step.put("score", score);
  }

  private static void tell(List<Evidence> evidence, String part, String why, Confidence how) {
    evidence.add(new Evidence(part, "", why, how));
  }
}
