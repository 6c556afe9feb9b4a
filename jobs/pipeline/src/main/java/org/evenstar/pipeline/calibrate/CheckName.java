package org.evenstar.pipeline.calibrate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.evenstar.schemas.config.LocalText;

/**
 * Every check with its names. The id is a contract: configuration, signals and {@code
 * docs/methods/checks/<id>.md} use it.
 */
public enum CheckName {
  STAR_RECOMPUTED("授予星级与自身得分不符", "Awarded star does not follow from its scores"),
  COPIED_VECTOR("得分逐项雷同", "Scores copied between dossiers"),
  AWARDED_ABOVE_APPLIED("授予星级高于申请星级", "Awarded above what was applied for"),
  DOMAIN_BELOW_FLOOR("领域得分低于下限", "A domain below the floor"),
  NOT_APPLICABLE_SHARE("不适用过多", "Too much not applicable"),
  INDICATOR_MISSING("指标缺失或重复", "Indicators missing or twice"),
  SCORE_OUTSIDE_SCALE("得分超出量表", "Scores outside their scale"),
  VERSION_OUTDATED("模型或量表版本过期", "Model or scale map out of date"),
  WEIGHTS_DIFFER("权重与模型不同", "Weights differ from the model's"),
  CERTIFICATE_DATES("证书日期不可能", "Impossible certificate dates"),
  SURVEILLANCE_OVERDUE("监督评估逾期", "Surveillance overdue"),
  CERTIFICATE_TWICE("重复持证", "Two bodies' certificates at once"),
  FUNNEL("按客户构成调整后的得分", "Scores against case mix"),
  PASS_RATE("按客户构成调整后的通过率", "Pass rate against case mix"),
  BUNCHING("阈值之上堆积", "Bunching above the threshold"),
  DRIFT("评分随时间漂移", "Drift in time"),
  EWMA_DRIFT("近期评分偏移（EWMA）", "Recent drift (EWMA)"),
  DOMAIN_DRIFT("单一领域漂移", "Drift in one domain"),
  DOMAIN_USE("某一领域用法不同", "One domain used differently"),
  INDICATOR_USE("某一指标用法不同", "One indicator used differently"),
  HALO("光环效应", "Halo: domains too much alike"),
  STRAIGHT_LINE("直线作答", "Straight-lining"),
  FEW_VALUES("使用的分值过少", "Too few different values"),
  RANGE_RESTRICTION("趋中与范围受限", "Central tendency, narrow range"),
  THRESHOLD_ROUNDING("凑整到阈值", "Rounding to the threshold"),
  DIGIT_PREFERENCE("末位数字偏好", "Digit preference"),
  QUARTER_END("季末突击", "Rush at the end of a quarter"),
  AGREEMENT("双重评分一致性", "Agreement on dossiers scored twice"),
  SEVERITY("机构严格度", "Severity of a body"),
  SEVERITY_DOMAIN("机构在某领域的严格度", "Severity of a body in one domain");

  private final String zh;
  private final String en;

  CheckName(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Stable id: the name in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it. */
  public LocalText title() {
    return new LocalText(zh, en);
  }

  /** The check of an id. */
  public static Optional<CheckName> of(String id) {
    return Arrays.stream(values()).filter(check -> check.id().equals(id)).findFirst();
  }
}
