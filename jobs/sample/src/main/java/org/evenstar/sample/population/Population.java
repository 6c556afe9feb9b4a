package org.evenstar.sample.population;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every institution there could be: which body and month, and who it is, from its number alone. */
public final class Population {
  /** Share of dossiers that a second body scores as well. */
  public static final double SECOND_BODY_SHARE = 0.06;

  private static final double QUALITY_SD = 0.85;
  private static final double REGION_SD = 0.25;
  private static final double DOMAIN_SD = 0.35;

  private static final List<String> STARS =
      List.of(
          "天枢", "天璇", "天玑", "天权", "玉衡", "开阳", "瑶光", "紫微", "太微", "天市", "角木", "亢金", "氐土", "房日", "心月",
          "尾火", "箕水", "斗木", "牛金", "虚日", "室火", "奎木", "昴日", "参水", "井木", "柳土", "翼火", "轸水", "文昌", "织女",
          "河鼓", "北落");
  private static final List<String> TRADES =
      List.of("企业服务", "信息技术", "科技服务", "管理咨询", "创业服务", "中小企业", "产业发展", "技术转移");

  private final long seed;
  private final int months;
  private final int domains;
  private final List<String> sectors;
  private final Places places = new Places();
  private final Map<String, Double> regionEffects = new HashMap<>();

  /**
   * @param months months over which dossiers are spread
   * @param domains number of domains of the model
   * @param sectors Chinese names of the service categories
   */
  public Population(long seed, int months, int domains, List<String> sectors) {
    this.seed = seed;
    this.months = months;
    this.domains = domains;
    this.sectors = List.copyOf(sectors);
    for (String province : places.provinces()) {
      double effect = REGION_SD * Draws.of(seed, Purpose.REGION, Long.parseLong(province)).normal();
      regionEffects.put(province, effect);
    }
  }

  /** The counties. */
  public Places places() {
    return places;
  }

  /** Planted effect of a province on quality, in logits. */
  public double regionEffect(String provinceDigits) {
    return regionEffects.getOrDefault(provinceDigits, 0.0);
  }

  /** The body that an institution applies to. */
  public Clientele bodyOf(long number) {
    return Clientele.of(Draws.unit(Draws.hash(seed, Purpose.MEMBERSHIP, number)));
  }

  /** The month in which it is assessed, from 0. */
  public int monthOf(long number) {
    return lowBits(Draws.hash(seed, Purpose.MEMBERSHIP, number), months);
  }

  /** Whether a second body scores the institution in the same month. */
  public boolean isDoubleScored(long number) {
    return Draws.unit(Draws.hash(seed, Purpose.SECOND_BODY, number)) < SECOND_BODY_SHARE;
  }

  /** The second body of a double-scored institution: any other than its own. */
  public Clientele secondBodyOf(long number) {
    int others = Clientele.all().size() - 1;
    int step = 1 + lowBits(Draws.hash(seed, Purpose.SECOND_BODY, number), others);
    return Clientele.all().get((bodyOf(number).number() + step) % (others + 1));
  }

  /** A number from 0 to bound − 1 from a hash's lowest bits, which shares leave over. */
  private static int lowBits(long hash, int bound) {
    return (int) (((hash & 0x7FF) * bound) >>> 11);
  }

  /** Who an institution is that applies to its own body. */
  public Institution institution(long number) {
    return institution(number, bodyOf(number));
  }

  /** Who an institution is that applies to a given body. */
  public Institution institution(long number, Clientele home) {
    Draws draws = Draws.of(seed, Purpose.PROFILE, number);
    return institution(number, home, home.place(places, draws), draws);
  }

  /** Who an institution is that sits in a given place. */
  public Institution institution(long number, Clientele home, Place place) {
    return institution(number, home, place, Draws.of(seed, Purpose.PROFILE, number));
  }

  private Institution institution(long number, Clientele home, Place place, Draws draws) {
    OrganisationKind kind = OrganisationKind.draw(draws);
    String authority = place.code().substring(0, 4) + "00";
    String trade = draws.pick(TRADES);
    String ending = kind.ending(draws);
    String brand = draws.pick(STARS) + draws.pick(STARS);
    String formerBrand = draws.pick(STARS) + draws.pick(STARS);
    double quality =
        regionEffect(place.provinceDigits()) + kind.effect() + QUALITY_SD * draws.normal();
    List<Double> domainEffects = new ArrayList<>(domains);
    for (int i = 0; i < domains; i++) {
      domainEffects.add(DOMAIN_SD * draws.normal());
    }
    return new Institution(
        number,
        home,
        CreditCodes.of(kind.codeKind(), authority, number),
        place.city() + brand + trade + ending,
        place.city() + formerBrand + trade + ending,
        place,
        draws.pick(sectors),
        kind,
        quality,
        domainEffects);
  }

  /** An address in the institution's place. */
  public static String address(Institution institution) {
    return institution.place().fullName() + "星河路" + (1 + institution.number() % 300) + "号";
  }
}
