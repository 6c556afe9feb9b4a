package org.evenstar.sample.population;

import java.util.List;

/** What kind of organisation an institution is, as its credit code tells. */
public enum OrganisationKind {
  ENTERPRISE("91", "企业", 0.0),
  PUBLIC_INSTITUTION("12", "事业单位", 0.15),
  SOCIAL_ORGANISATION("52", "社会组织", -0.20);

  private final String codeKind;
  private final String title;
  private final double effect;

  OrganisationKind(String codeKind, String title, double effect) {
    this.codeKind = codeKind;
    this.title = title;
    this.effect = effect;
  }

  static OrganisationKind draw(Draws draws) {
    double unit = draws.unit();
    return unit < 0.72 ? ENTERPRISE : unit < 0.88 ? PUBLIC_INSTITUTION : SOCIAL_ORGANISATION;
  }

  String codeKind() {
    return codeKind;
  }

  /** The Chinese word that bodies deliver. */
  public String title() {
    return title;
  }

  /** Planted effect on quality, in logits. */
  public double effect() {
    return effect;
  }

  String ending(Draws draws) {
    return draws.pick(
        switch (this) {
          case ENTERPRISE -> List.of("有限公司", "有限责任公司", "股份有限公司");
          case PUBLIC_INSTITUTION -> List.of("服务中心", "促进中心", "公共服务平台");
          case SOCIAL_ORGANISATION -> List.of("服务社", "研究院", "促进会");
        });
  }
}
