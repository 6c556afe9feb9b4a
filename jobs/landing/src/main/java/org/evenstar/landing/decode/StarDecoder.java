package org.evenstar.landing.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stars as met: 3, 3.0, 3星, 三星, 三星级, ★★★, Ⅲ. A bare 级 (三级) is an error, because other standards
 * number levels the other way round.
 */
public final class StarDecoder implements FieldDecoder {
  private static final Pattern NUMBER = Pattern.compile("(\\d)(?:\\.0+)?");
  private static final Pattern WRITTEN = Pattern.compile("([0-9一二三四五六七八九])\\s*星级?");
  private static final Pattern LEVEL = Pattern.compile("[0-9一二三四五]\\s*级");
  private static final String CHINESE = "零一二三四五六七八九";
  private static final String ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨ";

  private final int lowest;
  private final int highest;

  /** The stars that the model knows. */
  public StarDecoder(int lowest, int highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  @Override
  public Decoded decode(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    String text = plain.text();
    List<Found> found = new ArrayList<>(plain.found());
    if (LEVEL.matcher(text).matches()) {
      return Decoded.wrong(Found.of("STAR_BARE_LEVEL", raw));
    }
    int star = star(text);
    if (star < lowest || star > highest) {
      return Decoded.wrong(Found.of("STAR_UNKNOWN", raw));
    }
    String written = Integer.toString(star);
    if (!text.equals(written)) {
      found.add(Found.of("STAR_WRITTEN", raw, written));
    }
    return Decoded.number(star, written, found);
  }

  /** The star, or -1. */
  private static int star(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return number.group(1).charAt(0) - '0';
    }
    Matcher written = WRITTEN.matcher(text);
    if (written.matches()) {
      char c = written.group(1).charAt(0);
      return c >= '0' && c <= '9' ? c - '0' : CHINESE.indexOf(c);
    }
    if (text.matches("★{1,9}☆{0,9}")) {
      return (int) text.chars().filter(c -> c == '★').count();
    }
    return text.length() == 1 && ROMAN.indexOf(text) >= 0 ? ROMAN.indexOf(text) + 1 : -1;
  }
}
