package org.evenstar.stats.severity;

import java.util.BitSet;

/**
 * The data as the Rasch model sees them: institutions rated on the same cells (body × indicator)
 * are one pattern, those of one pattern with one total score are one group.
 *
 * <p>Pattern and total are sufficient for an institution's location, so likelihoods and locations
 * cost one evaluation a group however many institutions it holds. Where single ratings are missing
 * at random every institution is a group of its own, and nothing but speed is lost.
 */
final class Groups {

  private final SeverityData data;
  private final int[] bodies;
  private final int[] slots;
  private final int longest;
  private final IntSequences itemSets = new IntSequences();
  private final IntSequences patterns = new IntSequences();
  private final int[] rowSet;
  private final int[] patternLength;
  private final int[] patternGroup;
  private final int[] groupPattern;
  private final int[] groupScore;
  private final int[] groupStart;
  private final int[] institutions;

  /** Groups all institutions that have a rating on the bodies and indicators kept. */
  Groups(SeverityData data, BitSet bodies, BitSet indicators) {
    this.data = data;
    this.bodies = bodies.stream().toArray();
    this.slots = new int[data.bodies()];
    for (int slot = 0; slot < this.bodies.length; slot++) {
      slots[this.bodies[slot]] = slot;
    }
    this.rowSet = new int[data.dossiers()];
    int n = data.institutions();
    int[] pattern = new int[n];
    int[] score = new int[n];
    Reader reader = new Reader(bodies, indicators);
    for (int institution = 0; institution < n; institution++) {
      pattern[institution] = reader.pattern(institution);
      score[institution] = reader.score;
    }
    this.patternLength = new int[patterns.size()];
    int most = 0;
    for (int id = 0; id < patterns.size(); id++) {
      patternLength[id] = length(id);
      most = Math.max(most, patternLength[id]);
    }
    this.longest = most;
    this.institutions = sorted(pattern, score, most * Math.max(0, data.categories() - 1));
    int groups = 0;
    for (int i = 0; i < institutions.length; i++) {
      if (i == 0 || !same(institutions[i - 1], institutions[i], pattern, score)) {
        groups++;
      }
    }
    this.groupPattern = new int[groups];
    this.groupScore = new int[groups];
    this.groupStart = new int[groups + 1];
    this.patternGroup = new int[patterns.size() + 1];
    int group = -1;
    for (int i = 0; i < institutions.length; i++) {
      int institution = institutions[i];
      if (i == 0 || !same(institutions[i - 1], institution, pattern, score)) {
        groupPattern[++group] = pattern[institution];
        groupScore[group] = score[institution];
        groupStart[group] = i;
        patternGroup[pattern[institution] + 1]++;
      }
    }
    groupStart[groups] = institutions.length;
    for (int id = 0; id < patterns.size(); id++) {
      patternGroup[id + 1] += patternGroup[id];
    }
  }

  SeverityData data() {
    return data;
  }

  int categories() {
    return data.categories();
  }

  /** Number of cells: kept bodies × indicators. */
  int cellCount() {
    return bodies.length * data.indicators();
  }

  /** Number of bodies kept. */
  int bodies() {
    return bodies.length;
  }

  /** The body of a slot; a cell is {@code slot * indicators + indicator}. */
  int body(int slot) {
    return bodies[slot];
  }

  /** The body of a cell. */
  int bodyOfCell(int cell) {
    return bodies[cell / data.indicators()];
  }

  /** The indicator of a cell. */
  int indicatorOfCell(int cell) {
    return cell % data.indicators();
  }

  /** Number of patterns. */
  int patterns() {
    return patterns.size();
  }

  /** Number of groups. */
  int groups() {
    return groupPattern.length;
  }

  /** Number of cells of the longest pattern. */
  int longest() {
    return longest;
  }

  int firstGroup(int pattern) {
    return patternGroup[pattern];
  }

  int length(int pattern) {
    int length = 0;
    for (int at = patterns.start(pattern); at < patterns.end(pattern); at += 2) {
      int set = patterns.value(at + 1);
      for (int word = itemSets.start(set); word < itemSets.end(set); word++) {
        length += Integer.bitCount(itemSets.value(word));
      }
    }
    return length;
  }

  int patternOf(int group) {
    return groupPattern[group];
  }

  int score(int group) {
    return groupScore[group];
  }

  int size(int group) {
    return groupStart[group + 1] - groupStart[group];
  }

  /** First place of a group in the order of {@link #institutionAt}. */
  int first(int group) {
    return groupStart[group];
  }

  int institutionAt(int place) {
    return institutions[place];
  }

  /** Number of institutions with a rating. */
  int institutions() {
    return institutions.length;
  }

  /** Highest total the pattern of a group allows. */
  int maximum(int group) {
    return patternLength[groupPattern[group]] * (data.categories() - 1);
  }

  /** Whether a group says anything about difficulties or severities. */
  boolean isInformative(int group) {
    return patternLength[groupPattern[group]] >= 2
        && groupScore[group] > 0
        && groupScore[group] < maximum(group);
  }

  /** Number of distinct bodies of a pattern; entries are sorted by body. */
  int distinctBodies(int pattern) {
    int distinct = 0;
    int last = -1;
    for (int at = patterns.start(pattern); at < patterns.end(pattern); at += 2) {
      if (patterns.value(at) != last) {
        last = patterns.value(at);
        distinct++;
      }
    }
    return distinct;
  }

  /** Writes the cells of a pattern and returns how many. */
  int cells(int pattern, int[] cells) {
    int length = 0;
    for (int at = patterns.start(pattern); at < patterns.end(pattern); at += 2) {
      int base = slots[patterns.value(at)] * data.indicators();
      int set = patterns.value(at + 1);
      int from = itemSets.start(set);
      for (int word = from; word < itemSets.end(set); word++) {
        for (int bits = itemSets.value(word); bits != 0; bits &= bits - 1) {
          cells[length++] = base + (word - from) * 32 + Integer.numberOfTrailingZeros(bits);
        }
      }
    }
    return length;
  }

  /** Writes an institution's categories in the order of its pattern's cells. */
  void categories(int institution, int pattern, int[] order, byte[] categories) {
    int rows = orderedRows(institution, order);
    int length = 0;
    for (int row = 0; row < rows; row++) {
      int set = rowSet[order[row]];
      int from = itemSets.start(set);
      for (int word = from; word < itemSets.end(set); word++) {
        for (int bits = itemSets.value(word); bits != 0; bits &= bits - 1) {
          int indicator = (word - from) * 32 + Integer.numberOfTrailingZeros(bits);
          categories[length++] = data.category(order[row], indicator);
        }
      }
    }
    assert length == patternLength[pattern];
  }

  /** Most dossiers of one institution: the length of the buffer {@link #categories} needs. */
  int mostRows() {
    int most = 0;
    for (int institution = 0; institution < data.institutions(); institution++) {
      most = Math.max(most, data.firstDossier(institution + 1) - data.firstDossier(institution));
    }
    return most;
  }

  /** Rows of an institution that carry a kept rating, by body, then by set of indicators. */
  private int orderedRows(int institution, int[] order) {
    int count = 0;
    for (int d = data.firstDossier(institution); d < data.firstDossier(institution + 1); d++) {
      int row = data.row(d);
      if (rowSet[row] < 0) {
        continue;
      }
      int at = count++;
      while (at > 0 && isAfter(order[at - 1], row)) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = row;
    }
    return count;
  }

  private boolean isAfter(int row, int other) {
    int byBody = Integer.compare(data.body(row), data.body(other));
    return byBody > 0 || (byBody == 0 && rowSet[row] > rowSet[other]);
  }

  private static boolean same(int a, int b, int[] pattern, int[] score) {
    return pattern[a] == pattern[b] && score[a] == score[b];
  }

  /** Institutions by pattern, total and number: two stable counting sorts. */
  private int[] sorted(int[] pattern, int[] score, int mostScore) {
    int[] scoreStart = new int[mostScore + 2];
    int[] patternStart = new int[patterns.size() + 1];
    for (int institution = 0; institution < pattern.length; institution++) {
      if (pattern[institution] >= 0) {
        scoreStart[score[institution] + 1]++;
        patternStart[pattern[institution] + 1]++;
      }
    }
    for (int i = 1; i < scoreStart.length; i++) {
      scoreStart[i] += scoreStart[i - 1];
    }
    for (int i = 1; i < patternStart.length; i++) {
      patternStart[i] += patternStart[i - 1];
    }
    int[] byScore = new int[patternStart[patterns.size()]];
    for (int institution = 0; institution < pattern.length; institution++) {
      if (pattern[institution] >= 0) {
        byScore[scoreStart[score[institution]]++] = institution;
      }
    }
    int[] byPattern = new int[byScore.length];
    for (int institution : byScore) {
      byPattern[patternStart[pattern[institution]]++] = institution;
    }
    return byPattern;
  }

  /** Reads rows once, numbering sets of indicators and patterns in order of first sight. */
  private final class Reader {
    private final BitSet bodies;
    private final int indicators = data.indicators();
    private final byte[] buffer = new byte[Math.max(1, indicators)];
    private final boolean[] isKept = new boolean[indicators];
    private final int[] words = new int[(indicators + 31) / 32];
    private final int[] order = new int[mostRows()];
    private final int[] entries = new int[2 * order.length];
    private int score;

    Reader(BitSet bodies, BitSet indicators) {
      this.bodies = bodies;
      for (int indicator = 0; indicator < this.indicators; indicator++) {
        isKept[indicator] = indicators.get(indicator);
      }
    }

    /** The institution's pattern, or -1 where it has no rating; sets {@link #score}. */
    int pattern(int institution) {
      score = 0;
      for (int d = data.firstDossier(institution); d < data.firstDossier(institution + 1); d++) {
        int row = data.row(d);
        rowSet[row] = bodies.get(data.body(row)) ? set(row) : -1;
      }
      int rows = orderedRows(institution, order);
      for (int row = 0; row < rows; row++) {
        entries[2 * row] = data.body(order[row]);
        entries[2 * row + 1] = rowSet[order[row]];
      }
      return rows == 0 ? -1 : patterns.intern(entries, 2 * rows);
    }

    private int set(int row) {
      data.copyRow(row, buffer);
      int any = 0;
      java.util.Arrays.fill(words, 0);
      for (int indicator = 0; indicator < indicators; indicator++) {
        if (buffer[indicator] >= 0 && isKept[indicator]) {
          words[indicator >> 5] |= 1 << (indicator & 31);
          score += buffer[indicator];
          any = 1;
        }
      }
      return any == 0 ? -1 : itemSets.intern(words, words.length);
    }
  }
}
