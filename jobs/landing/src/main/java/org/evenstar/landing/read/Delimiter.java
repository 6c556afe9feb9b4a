package org.evenstar.landing.read;

/**
 * A field separator, and why it is believed to be the one.
 *
 * @param evidence one phrase for the receipt
 */
record Delimiter(char character, String evidence) {
  private static final char[] KNOWN = {',', '\t', ';', '|'};
  private static final int LINES = 20;

  /**
   * The separator that stands most evenly in the first lines, outside quotes.
   *
   * @param start the first characters of the file
   * @param otherwise separator of a file that holds none of the known ones
   */
  static Delimiter detect(String start, char otherwise) {
    char best = otherwise;
    int bestLines = 0;
    int bestMost = 0;
    for (char candidate : KNOWN) {
      int[] counts = counts(start, candidate);
      int most = 0;
      for (int count : counts) {
        most = Math.max(most, count);
      }
      int lines = 0;
      for (int count : counts) {
        lines += count > 0 && count == most ? 1 : 0;
      }
      if (lines > bestLines || (lines == bestLines && lines > 0 && most > bestMost)) {
        best = candidate;
        bestLines = lines;
        bestMost = most;
      }
    }
    String name = best == '\t' ? "tab" : Character.toString(best);
    return new Delimiter(
        best, "delimiter " + name + ": " + bestMost + " of it in " + bestLines + " lines");
  }

  private static int[] counts(String start, char candidate) {
    int[] counts = new int[LINES];
    int line = 0;
    boolean isQuoted = false;
    for (int i = 0; i < start.length() && line < LINES; i++) {
      char c = start.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && c == candidate) {
        counts[line]++;
      } else if (!isQuoted && c == '\n') {
        line++;
      }
    }
    return counts;
  }
}
