package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenstar.landing.RunFolder.csv;
import static org.evenstar.landing.RunFolder.row;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One delivery for each reason: the mess is met, named, and nothing beside it is. */
class ReasonTest {
  /** Found by comparing deliveries, in SQL. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "DOSSIER_REPEATED",
          "DOSSIER_CONFLICT",
          "NAME_DIFFERS",
          "WITHDRAWAL_UNKNOWN",
          "SAME_INSTITUTION_TWO_BODIES");

  /** A mess: the codes that must be found, and how it is delivered. */
  record Mess(String name, List<String> codes, Consumer<RunFolder> delivery) {
    @Override
    public String toString() {
      return String.join("+", codes) + " " + name;
    }
  }

  private static Mess file(String name, String codes, Consumer<RunFolder> delivery) {
    return new Mess(name, List.of(codes.split(" ", -1)), delivery);
  }

  private static Mess cell(String code, String column, String text) {
    return file(
        column + " " + text,
        code,
        run -> run.source().deliver("A/2024-03.csv", csv(row("1", column, text), row("2"))));
  }

  static Stream<Mess> messes() {
    List<Mess> messes = new ArrayList<>();
    messes.addAll(rows());
    messes.addAll(files());
    messes.addAll(MessyWorkbooks.messes());
    return messes.stream();
  }

  private static List<Mess> rows() {
    return List.of(
        cell("TEXT_FULL_WIDTH", "编号", "９１"),
        cell("TEXT_SPACES", "名称", "　长沙市示范服务中心 "),
        cell("TEXT_NUL", "名称", "长沙\0"),
        cell("DATE_FORMAT", "评估日期", "二〇二四年三月五日"),
        cell("DATE_FORMAT", "评估日期", "2024年3月5日"),
        cell("DATE_FORMAT", "评估日期", "2024.3.5"),
        cell("DATE_FORMAT", "评估日期", "20240305"),
        cell("DATE_EXCEL_SERIAL", "评估日期", "45356"),
        cell("DATE_IMPOSSIBLE", "评估日期", "2024-02-30"),
        cell("DATE_IMPOSSIBLE", "评估日期", "5/3/24"),
        cell("DATE_FUTURE", "评估日期", "2024-07-01"),
        cell("DATE_BEFORE_STANDARD", "评估日期", "2023-11-30"),
        cell("DATE_MISSING", "评估日期", ""),
        cell("CERTIFICATE_BEFORE_ASSESSMENT", "发证日期", "2024-03-04"),
        cell("CODE_LOWER_CASE", "信用代码", "91350100m000100y43"),
        cell("CODE_SCIENTIFIC", "信用代码", "9.11E+17"),
        cell("CODE_CUT", "信用代码", "430100000012345"),
        cell("CODE_LOOKALIKE", "信用代码", "9135O100M000100Y43"),
        cell("CODE_CHECK", "信用代码", "91350100M000100Y44"),
        cell("CODE_MISSING", "信用代码", " "),
        cell("NAME_MISSING", "名称", ""),
        cell("REGION_NAME", "地区", "湖南"),
        cell("REGION_NAME", "地区", "湖南省"),
        cell("REGION_NAME", "地区", "HUNAN"),
        cell("REGION_ABOLISHED REGION_CONTRADICTS_ADDRESS", "地区", "110103"),
        cell("REGION_UNKNOWN", "地区", "湖楠省"),
        cell("REGION_MISSING", "地区", ""),
        cell("REGION_CONTRADICTS_ADDRESS", "住所", "山东省威海市一号"),
        cell("SECTOR_UNKNOWN", "类别", "信息服"),
        cell("SECTOR_MISSING", "类别", ""),
        cell("TYPE_UNKNOWN", "类型", "企"),
        cell("TYPE_MISSING", "类型", ""),
        cell("STAR_WRITTEN", "授予星级", "二星"),
        cell("STAR_WRITTEN", "授予星级", "★★"),
        cell("STAR_WRITTEN", "授予星级", "Ⅱ"),
        cell("STAR_WRITTEN", "授予星级", "2.0"),
        cell("STAR_BARE_LEVEL", "授予星级", "二级"),
        cell("STAR_UNKNOWN", "授予星级", "优"),
        cell("STAR_MISSING", "授予星级", ""),
        cell("STAR_ABOVE_APPLIED", "授予星级", "3"),
        cell("SCORE_UNKNOWN", "A1.1", "满足"),
        cell("SCORE_BLANK", "A1.1", ""),
        cell("SCORE_FORMULA_TEXT", "A1.1", "=B2"),
        cell("MODEL_VERSION", "模型版本", "2"),
        cell("DOSSIER_NO_MISSING", "编号", ""),
        cell("DOSSIER_TWICE", "编号", "2"),
        cell("REVISION_UNKNOWN", "修订号", "甲"),
        cell("REVISION_UNKNOWN", "操作", "不知道"),
        file(
            "a row with a cell too many",
            "ROW_BROKEN",
            run -> run.source().deliver("A/2024-03.csv", csv(row("1") + ",x", row("2")))),
        file(
            "no scale holds on that day",
            "SCALE_VERSION",
            run ->
                run.source("\"valid_to\": null", "\"valid_to\": \"2024-01-01\"")
                    .deliver("A/2024-03.csv", csv(row("1")))),
        file(
            "a required field without a reason of its own",
            "FIELD_MISSING",
            run ->
                run.source(
                        "{\"field\": \"address\", \"headers\": [\"住所\"]}",
                        "{\"field\": \"address\", \"headers\": [\"住所\"], \"required\": true}")
                    .deliver("A/2024-03.csv", csv(row("1", "住所", "")))),
        file(
            "a body nobody knows",
            "BODY_UNKNOWN",
            run ->
                run.source("{\"id\": \"A\"}", "{\"from\": \"column\", \"header\": \"机构\"}")
                    .deliver(
                        "A/2024-03.csv",
                        RunFolder.HEADER + ",机构\n" + row("1") + ",甲机\n" + row("2") + ",甲机构\n")),
        file("a percent sign", "SCORE_PERCENT_SIGN", run -> percent(run, row("1", "A1.1", "85%"))),
        file(
            "a score above its scale",
            "SCORE_OUTSIDE_SCALE",
            run -> percent(run, row("1", "A1.1", "101"))),
        file(
            "a column that mixes 0.85 and 85",
            "PERCENT_MIXED",
            run -> percent(run, row("1", "A1.1", "0.85"))),
        file(
            "a file that writes 0.85 throughout",
            "PERCENT_AS_FRACTION",
            run ->
                run.source(PERCENT)
                    .deliver(
                        "A/2024-03.csv",
                        csv(row("1", "A1.1", "0.85", "A1.2", "1", "B1.1", "0", "B1.2", "0.5")))),
        file(
            "an item of no model",
            "INDICATOR_UNKNOWN",
            run ->
                run.source()
                    .deliver("A/2024-03.csv", RunFolder.HEADER + ",C9.1\n" + row("1") + ",不满足\n")),
        file(
            "an item that is not delivered",
            "INDICATOR_MISSING",
            run ->
                run.source()
                    .deliver(
                        "A/2024-03.csv",
                        RunFolder.HEADER.replace(",B1.1", ",备注")
                            + "\n"
                            + row("1").replace("部分满足,不适用", "-,不适用")
                            + "\n")
                    .source("\"personal\"", "\"ignore\": [\"备注\"], \"personal\"")),
        file(
            "one item twice in a dossier",
            "INDICATOR_TWICE",
            run ->
                run.source(
                        "\"format\": \"csv\"",
                        "\"format\": \"jsonl\", \"json\": {\"scores\": \"s\", \"item_key\": \"i\","
                            + " \"value_key\": \"v\"}")
                    .deliver(
                        "A/2024-03.jsonl",
                        JsonDeliveries.dossier("1", "A1.1", "A1.2", "B1.1", "B1.2", "A1.1"))),
        file(
            "weights unlike the model's",
            "WEIGHTS_DIFFER",
            run ->
                run.write(
                        "config/models/TEST.json",
                        RunFolder.text("model.json")
                            .replace(
                                ", {\"domain_id\": \"B\", \"name\": {\"zh\": \"乙\", \"en\": \"B\"}, \"weight\": 50}",
                                "")
                            .replace("\"domain_id\": \"B\"", "\"domain_id\": \"A\""))
                    .source(
                        "\"personal\"",
                        "\"weights\": {\"header_pattern\": \"权{indicator_id}\"}, \"personal\"")
                    .deliver(
                        "A/2024-03.csv",
                        RunFolder.HEADER + ",权A1,权B1\n" + row("1") + ",0.5,0.4\n")));
  }

  private static final String[] PERCENT = {
    "\"kind\": \"map\"",
    "\"kind\": \"linear\", \"lowest\": \"0\", \"highest\": \"100\", \"unit\": \"percent\""
  };

  private static void percent(RunFolder run, String row) {
    String[] other = {"A1.1", "60", "A1.2", "70", "B1.1", "80", "B1.2", "90"};
    String whole = row("2", other);
    run.source(PERCENT)
        .deliver("A/2024-03.csv", csv(row.replace("大部分满足,部分满足,不适用", "70,80,90"), whole));
  }

  private static List<Mess> files() {
    String whole = csv(row("1"), row("2"));
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    return List.of(
        file("0 bytes", "FILE_EMPTY", run -> run.source().deliver("A/2024-03.csv", "")),
        file(
            "cut off in mid-row",
            "FILE_CUT_OFF",
            run -> run.source().deliver("A/2024-03.csv", Arrays.copyOf(bytes, bytes.length - 60))),
        file(
            "a quote that never ends",
            "FILE_CUT_OFF",
            run ->
                run.source().deliver("A/2024-03.csv", csv(row("1"), "\"2" + row("3"), row("4")))),
        file(
            "a document named .csv",
            "FILE_WRONG_FORMAT",
            run -> run.source().deliver("A/2024-03.csv", "%PDF-1.7 …")),
        file(
            "ten million columns",
            "FILE_UNSAFE",
            run -> run.source().deliver("A/2024-03.csv", ",".repeat(10_000_000))),
        file("nobody's file", "FILE_UNKNOWN", run -> run.source().deliver("B/x.csv", whole)),
        file(
            "neither UTF-8 nor GB18030",
            "FILE_ENCODING",
            run ->
                run.source().deliver("A/2024-03.csv", new byte[] {(byte) 0xFF, 65, (byte) 0xFF})),
        file(
            "the same bytes again",
            "FILE_DUPLICATE",
            run ->
                run.source().deliver("A/2024-03.csv", whole).deliver("A/2024-03-copy.csv", whole)),
        file(
            "a zip in a zip",
            "FILE_NESTED_ARCHIVE",
            run ->
                run.source()
                    .deliver("A/2024-03.zip", Zips.zip("in.zip", Zips.zip("a.csv", bytes)))),
        file(
            "a renamed column",
            "HEADER_MISSING",
            run -> run.source().deliver("A/2024-03.csv", whole.replace("授予星级", "授予星"))),
        file(
            "a column nobody declared",
            "HEADER_UNKNOWN",
            run ->
                run.source()
                    .deliver("A/2024-03.csv", RunFolder.HEADER + ",邮箱\n" + row("1") + ",x\n")),
        file(
            "one header twice",
            "HEADER_TWICE",
            run ->
                run.source()
                    .deliver("A/2024-03.csv", RunFolder.HEADER + ",名称\n" + row("1") + ",x\n")),
        file(
            "a title above the header",
            "ROW_TITLE",
            run -> run.source().deliver("A/2024-03.csv", "评估结果汇总表,2024\n" + whole)),
        file(
            "totals below the rows",
            "ROW_TOTALS",
            run -> run.source().deliver("A/2024-03.csv", whole + "合计,2\n")),
        file(
            "the header again",
            "ROW_HEADER_AGAIN",
            run -> run.source().deliver("A/2024-03.csv", whole + RunFolder.HEADER + "\n")),
        file(
            "units below the header",
            "ROW_UNITS",
            run ->
                run.source()
                    .deliver(
                        "A/2024-03.csv",
                        RunFolder.HEADER + "\n,,,,,,,,,星,星,日期,日期,,,分,分,分,分\n" + row("1") + "\n")),
        file(
            "eleven days after the month",
            "DELIVERY_LATE",
            run -> run.source().write("run.json", due("2024-05")).deliver("B/README.md", "")),
        file(
            "two months after the month",
            "DELIVERY_MISSING DELIVERY_LATE",
            run -> run.source().write("run.json", due("2024-04")).deliver("B/README.md", "")),
        file(
            "40 % fewer rows",
            "DELIVERY_SHRUNK",
            run ->
                run.source()
                    .deliver("A/2024-02.csv", rows(100, "2024-02-05"))
                    .deliver("A/2024-03.csv", rows(60, "2024-03-05"))),
        file(
            "other scores than ever before",
            "DELIVERY_UNLIKE_HISTORY",
            run -> {
              run.source();
              for (int month = 1; month <= 5; month++) {
                String text = rows(40, "2024-0" + month + "-05");
                run.deliver(
                    "A/2024-0" + month + ".csv",
                    month < 5 ? text : text.replace("部分满足", "不满足").replace("大不满足", "不满足"));
              }
            }));
  }

  private static String due(String first) {
    return RunFolder.text("run.json")
        .replace("\"due_day\"", "\"first_period\": \"" + first + "\", \"due_day\"");
  }

  private static String rows(int n, String assessedOn) {
    String[] rows = new String[n];
    for (int i = 0; i < n; i++) {
      rows[i] = row(assessedOn + "-" + i, "评估日期", assessedOn, "发证日期", "");
    }
    return csv(rows);
  }

  @ParameterizedTest
  @MethodSource("messes")
  void aMessIsNamedAndNothingBesideIt(Mess mess, @TempDir Path folder) {
    RunFolder run = new RunFolder(folder);
    mess.delivery.accept(run);

    RunFolder.Tables tables = run.land();

    assertThat(new LinkedHashSet<>(tables.codes())).containsExactlyInAnyOrderElementsOf(mess.codes);
    assertThat(tables.sum("n_read"))
        .isEqualTo(
            tables.sum("n_accepted") + tables.sum("n_repaired") + tables.sum("n_quarantined"));
    assertThat(tables.dossiers)
        .hasSize((int) (tables.sum("n_accepted") + tables.sum("n_repaired")));
    assertThat(tables.problems.toString()).doesNotContain("李四");
  }

  @Test
  void everyReasonOfTheCatalogueHasADelivery() {
    Set<String> met = new LinkedHashSet<>(ELSEWHERE);
    messes().forEach(mess -> met.addAll(mess.codes));

    assertThat(Reasons.all())
        .extracting(Reasons.Reason::code)
        .containsExactlyInAnyOrderElementsOf(met);
  }
}
