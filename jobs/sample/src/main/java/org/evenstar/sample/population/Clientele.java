package org.evenstar.sample.population;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which institutions come to which body: its share of all, and where they sit. Bodies and regions
 * are confounded on purpose, as they are in life.
 */
public enum Clientele {
  CCID(0, 0.20),
  WHSZ(1, 0.14),
  CESI(2, 0.18),
  GLKJ(3, 0.16),
  HNPT(4, 0.17),
  SDFN(5, 0.15);

  /** A province and the share of a body's institutions that sit there. */
  private record Home(String provinceDigits, double share) {}

  private static final Map<Clientele, List<Home>> HOMES =
      Map.of(
          CCID, List.of(at("11", 0.28), at("31", 0.10), at("44", 0.12), at("13", 0.08)),
          WHSZ, List.of(at("37", 0.80), at("32", 0.06)),
          CESI, List.of(at("11", 0.18), at("44", 0.12), at("33", 0.12), at("32", 0.12)),
          GLKJ, List.of(at("11", 0.14), at("51", 0.10), at("42", 0.10), at("61", 0.10)),
          HNPT, List.of(at("43", 0.82), at("36", 0.05), at("42", 0.05)),
          SDFN, List.of(at("37", 0.86), at("13", 0.04), at("41", 0.04)));

  private static final List<Clientele> ALL = List.of(values());

  private final int number;
  private final double share;

  Clientele(int number, double share) {
    this.number = number;
    this.share = share;
  }

  private static Home at(String provinceDigits, double share) {
    return new Home(provinceDigits, share);
  }

  /** Every body in order. */
  public static List<Clientele> all() {
    return ALL;
  }

  /** Its place among the bodies, from 0. */
  public int number() {
    return number;
  }

  /** The body to which a uniform number on 0 to 1 leads. */
  public static Clientele of(double unit) {
    double sum = 0;
    for (Clientele body : ALL) {
      sum += body.share;
      if (unit < sum) {
        return body;
      }
    }
    return SDFN;
  }

  /** A place for one institution; what the home provinces leave is spread over all counties. */
  Place place(Places places, Draws draws) {
    double unit = draws.unit();
    for (Home home : Objects.requireNonNull(HOMES.get(this))) {
      unit -= home.share;
      if (unit < 0) {
        return draws.pick(places.of(home.provinceDigits));
      }
    }
    return draws.pick(places.all());
  }
}
