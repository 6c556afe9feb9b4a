package org.evenstar.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A small release with seeded numbers: six bodies in 37 units, suppressed cells, hostile names, and
 * severities that are identified or not.
 */
final class ReleaseFixture {
  static final long SEED = 20_240_305L;

  static final List<String> BODIES = List.of("CCID", "CESI", "GLKJ", "HNPT", "SDFN", "WHSZ");

  static final List<String> BODIES_ZH =
      List.of(
          "赛迪检测认证中心有限公司",
          "北京赛西科技发展有限责任公司",
          "北京工联科技有限公司",
          "湖南省中小企业公共服务平台有限公司",
          "山东省赋能中小企业服务有限公司",
          "威海神舟信息技术研究院有限公司");

  static final List<String> BODIES_EN =
      List.of(
          "CCID Testing",
          "CESI Technology",
          "Gonglian Technology",
          "Hunan Platform",
          "Shandong Funeng",
          "Weihai Shenzhou");

  static final List<String> DOMAINS = List.of("STR", "DES", "TRA", "OPE", "IMP");

  private static final List<String> DOMAINS_ZH = List.of("服务战略", "服务设计", "服务转化", "服务运营", "服务持续改进");

  private static final List<String> DOMAINS_EN =
      List.of("Strategy", "Design", "Transition", "Operation", "Improvement");

  private static final List<String> INDICATORS_ZH =
      List.of(
          "愿景与目标",
          "客户需求分析",
          "服务组合",
          "资源与财务",
          "服务目录",
          "服务级别",
          "容量与连续性",
          "供应商与信息安全",
          "变更",
          "发布与部署",
          "知识",
          "验证与测试",
          "请求与事件",
          "故障与问题",
          "权限与数据",
          "平台与工具",
          "测量",
          "满意度",
          "纠正措施",
          "创新");

  private static final List<String> INDICATORS_EN =
      List.of(
          "Vision and goals",
          "Customer need analysis",
          "Service portfolio",
          "Resources and finance",
          "Service catalogue",
          "Service levels",
          "Capacity and continuity",
          "Supplier and security",
          "Change",
          "Release and deployment",
          "Knowledge",
          "Validation and testing",
          "Request and event",
          "Incident and problem",
          "Access and data",
          "Platform and tools",
          "Measurement",
          "Satisfaction",
          "Corrective action",
          "Innovation");

  static final List<String> SECTORS =
      List.of(
          "information",
          "technology",
          "entrepreneurship",
          "training",
          "finance",
          "market",
          "legal",
          "consulting");

  private static final List<String> SECTORS_ZH =
      List.of("信息服务", "技术创新", "创业辅导", "人才培训", "融资服务", "市场开拓", "法律服务", "管理咨询");

  private static final List<String> SECTORS_EN =
      List.of(
          "Information",
          "Technology innovation",
          "Entrepreneurship",
          "Training",
          "Finance",
          "Market",
          "Legal",
          "Management consulting");

  /** Names that would do harm if any page trusted them. */
  static final List<String> HOSTILE =
      List.of(
          "<script>window.hostile=1</script>",
          "\"><img src=x onerror=\"window.hostile=1\">",
          "</script><script>window.hostile=1</script>",
          "=HYPERLINK(\"https://example.org\")",
          "\u202Egnp.exe\u202C 右到左",
          "🚀 emoji & <b>bold</b> '单引号'",
          "长名".repeat(200),
          "{n} ${name} @if(true)");

  private final FixtureFiles files;
  private final Random random = new Random(SEED);

  private ReleaseFixture(Path folder) {
    files = new FixtureFiles(folder);
  }

  /** A release in which five of six bodies can be placed. */
  static Path identified(Path folder) {
    ReleaseFixture fixture = new ReleaseFixture(folder);
    fixture.labels();
    new PolicyFixture(fixture.files, fixture.random).write();
    new TrendFixture(fixture.files).write();
    new AssociationFixture(fixture.files, fixture.random, true).write();
    new InstitutionFixture(fixture.files, fixture.random).write();
    fixture.files.manifest(true);
    return folder;
  }

  /** A release in which no two bodies share a dossier. */
  static Path notIdentified(Path folder) {
    ReleaseFixture fixture = new ReleaseFixture(folder);
    fixture.labels();
    new PolicyFixture(fixture.files, fixture.random).write();
    new AssociationFixture(fixture.files, fixture.random, false).write();
    fixture.files.manifest(true);
    return folder;
  }

  /** A release of a run that benchmarks nothing and compares nobody. */
  static Path bare(Path folder) {
    ReleaseFixture fixture = new ReleaseFixture(folder);
    fixture.files.manifest(false);
    return folder;
  }

  /** A release of whose regions and nation nothing may be told. */
  static Path untold(Path folder) {
    ReleaseFixture fixture = new ReleaseFixture(folder);
    fixture.labels();
    new PolicyFixture(fixture.files, fixture.random).writeUntold();
    fixture.files.manifest(true);
    return folder;
  }

  private void labels() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("kind", "code", "name_zh", "name_en", "parent", "position", "weight"));
    label(rows, "body", BODIES, BODIES_ZH, BODIES_EN);
    label(rows, "sector", SECTORS, SECTORS_ZH, SECTORS_EN);
    label(
        rows,
        "check",
        List.of("star_mismatch", "bunching", "severity", "drift", "copied"),
        List.of("重算星级与授予星级不符", "得分集中在阈值之上", "严格度差异", "随时间漂移", "得分相同的档案"),
        List.of(
            "Recomputed star differs from awarded",
            "Bunching above a threshold",
            "Severity",
            "Drift over time",
            "Copied scores"));
    label(
        rows,
        "organisation_type",
        List.of("enterprise", "public", "social"),
        List.of("企业", "事业单位", "社会组织"),
        List.of("Enterprise", "Public institution", "Social organisation"));
    files.dataset("public", "label", rows);
    files.json("model.json", model());
  }

  private static void label(
      List<List<String>> rows, String kind, List<String> codes, List<String> zh, List<String> en) {
    for (int i = 0; i < codes.size(); i++) {
      rows.add(List.of(kind, codes.get(i), zh.get(i), en.get(i), "", String.valueOf(i), ""));
    }
  }

  private static Map<String, Object> model() {
    List<Map<String, Object>> domains = new ArrayList<>();
    List<Map<String, Object>> indicators = new ArrayList<>();
    for (int d = 0; d < DOMAINS.size(); d++) {
      domains.add(
          Map.of(
              "domain_id",
              DOMAINS.get(d),
              "name",
              name(DOMAINS_ZH.get(d), DOMAINS_EN.get(d)),
              "weight",
              20));
      for (int i = 0; i < 4; i++) {
        indicators.add(
            Map.of(
                "indicator_id",
                DOMAINS.get(d) + (i + 1),
                "domain_id",
                DOMAINS.get(d),
                "name",
                name(INDICATORS_ZH.get(4 * d + i), INDICATORS_EN.get(4 * d + i)),
                "weight",
                1));
      }
    }
    return Map.of(
        "model_id",
        "CN-SME-SVC",
        "version",
        "0.1-inferred",
        "inferred",
        true,
        "name",
        name("中小企业服务机构通用能力成熟度", "Capability of SME service institutions"),
        "stars",
        Map.of("lowest", 0, "highest", 5),
        "domains",
        domains,
        "indicators",
        indicators,
        "items",
        Map.of("kind", "per_star", "stars", List.of(1, 2, 3, 4, 5)),
        "rule",
        Map.of("kind", "cumulative", "threshold", "0.80", "max_not_applicable_share", "0.25"));
  }

  private static Map<String, Object> name(String zh, String en) {
    return Map.of("zh", zh, "en", en);
  }

  /** The indicators in the model's order. */
  static List<String> indicators() {
    List<String> out = new ArrayList<>();
    DOMAINS.forEach(domain -> List.of(1, 2, 3, 4).forEach(i -> out.add(domain + i)));
    return out;
  }

  static List<String> row(Object... values) {
    return Arrays.stream(values).map(ReleaseFixture::text).toList();
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.6f", number)
        : String.valueOf(value);
  }
}
