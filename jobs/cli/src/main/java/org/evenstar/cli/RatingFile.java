package org.evenstar.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.evenstar.stats.severity.SeverityData;
import org.evenstar.stats.severity.SeverityDataBuilder;

/**
 * An analyst's CSV of ratings, wide (one row an institution and body, one column an indicator) or
 * long (one row a rating). Categories are the different numbers in order; a blank or NA is absent.
 * Institutions, bodies and indicators are numbered as they first appear.
 */
final class RatingFile {
  /** More different numbers are measurements, not categories. */
  private static final int MOST_CATEGORIES = 20;

  /**
   * Which columns are read.
   *
   * @param indicators glob of the wide columns, empty in a long file
   */
  record Columns(
      String institution, String body, String indicator, String score, String indicators) {
    boolean isWide() {
      return !indicators.isEmpty();
    }
  }

  private record Rating(int institution, int body, int indicator, double score) {}

  private final Path file;
  private final Columns columns;
  private final Pattern glob;
  private final Map<String, Integer> institutions = new LinkedHashMap<>();
  private final Map<String, Integer> bodies = new LinkedHashMap<>();
  private final Map<String, Integer> indicators = new LinkedHashMap<>();
  private final List<Rating> ratings = new ArrayList<>();
  private final TreeSet<Double> scores = new TreeSet<>();

  private RatingFile(Path file, Columns columns) {
    this.file = file;
    this.columns = columns;
    this.glob = glob(columns.indicators());
  }

  static RatingFile read(Path file, Columns columns) throws IOException {
    RatingFile ratings = new RatingFile(file, columns);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        ratings.add(row);
      }
    }
    if (ratings.ratings.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot estimate from '" + file + "': it holds no rating; look at the columns named");
    }
    if (ratings.scores.size() > MOST_CATEGORIES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot estimate from '%s': it has %d different scores, more than %d; put them into"
                  + " ordered categories",
              file,
              ratings.scores.size(),
              MOST_CATEGORIES));
    }
    return ratings;
  }

  private void add(NamedCsvRecord row) {
    int institution = number(institutions, cell(row, columns.institution()));
    int body = number(bodies, cell(row, columns.body()));
    if (!columns.isWide()) {
      rating(row, institution, body, cell(row, columns.indicator()), cell(row, columns.score()));
      return;
    }
    boolean isAny = false;
    for (String column : row.getHeader()) {
      if (!column.equals(columns.institution())
          && !column.equals(columns.body())
          && glob.matcher(column).matches()) {
        isAny = true;
        rating(row, institution, body, column, cell(row, column));
      }
    }
    if (!isAny) {
      throw new IllegalArgumentException(
          "Cannot read '"
              + file
              + "': no column is called like '"
              + columns.indicators()
              + "'; name the indicators with --indicators");
    }
  }

  private void rating(
      NamedCsvRecord row, int institution, int body, String indicator, String text) {
    // Numbered even when absent, so that a column keeps its place.
    int number = number(indicators, indicator);
    double score = score(file, row, text);
    if (Double.isNaN(score)) {
      return;
    }
    scores.add(score);
    ratings.add(new Rating(institution, body, number, score));
  }

  private String cell(NamedCsvRecord row, String column) {
    return row.findField(column)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot read '"
                        + file
                        + "': it has no column '"
                        + column
                        + "'; there are "
                        + String.join(", ", row.getHeader())));
  }

  private static int number(Map<String, Integer> numbers, String name) {
    return numbers.computeIfAbsent(name, key -> numbers.size());
  }

  static Pattern glob(String glob) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char sign = glob.charAt(i);
      pattern.append(sign == '*' ? ".*" : sign == '?' ? "." : Pattern.quote(String.valueOf(sign)));
    }
    return Pattern.compile(pattern.toString());
  }

  /** The ratings as the model wants them. */
  SeverityData data() {
    List<Double> ordered = List.copyOf(scores);
    SeverityDataBuilder builder =
        SeverityData.builder()
            .sizes(institutions.size(), bodies.size(), indicators.size(), ordered.size());
    for (Rating one : ratings) {
      builder.add(
          one.institution(),
          one.body(),
          one.indicator(),
          java.util.Collections.binarySearch(ordered, one.score()));
    }
    return builder.build();
  }

  List<String> institutions() {
    return List.copyOf(institutions.keySet());
  }

  List<String> bodies() {
    return List.copyOf(bodies.keySet());
  }

  List<String> indicators() {
    return List.copyOf(indicators.keySet());
  }

  /** The number that each category stands for. */
  List<Double> scores() {
    return List.copyOf(scores);
  }

  /** A score of a row; NaN when blank or NA. */
  static double score(Path file, NamedCsvRecord row, String text) {
    if (text.isBlank() || text.equals("NA")) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Cannot read '"
              + file
              + "' line "
              + row.getStartingLineNumber()
              + ": '"
              + text
              + "' is no number; scores are numbers, absent ones blank",
          e);
    }
  }
}
