package org.evenstar.landing.receipt;

import java.util.List;
import java.util.Locale;
import org.evenstar.landing.Reasons;
import org.jspecify.annotations.Nullable;

/** A receipt as one page that needs nothing beside it. */
final class ReceiptPage {
  private static final int EXAMPLES = 5;
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;"
          + "color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%}"
          + "th,td{border-bottom:1px solid #bbb;padding:.3rem .5rem;text-align:left;"
          + "vertical-align:top}td{overflow-wrap:anywhere}th:first-child{min-width:7rem}"
          + "td.n,th.n{text-align:right;white-space:nowrap}"
          + "h2{margin-top:2rem}.more{color:#555}.problems{table-layout:fixed}"
          + ".problems th{width:18%}.problems th:last-child{width:46%}"
          + "@media(max-width:40rem){body{font-size:14px;padding:0 .5rem}th,td{padding:.3rem .2rem}}";

  private final boolean isChinese;
  private final String language;
  private final StringBuilder html = new StringBuilder();

  ReceiptPage(String language) {
    this.language = language;
    this.isChinese = language.equals("zh");
  }

  /**
   * @param workbook file with the rows to mend, null when there are none
   */
  String of(Receipt receipt, @Nullable String workbook) {
    start(say("交付回执：", "Receipt: ") + receipt.file());
    counts(receipt);
    verdict(receipt, workbook);
    for (ProblemGroup group : receipt.groups()) {
      group(group);
    }
    return end();
  }

  /** The page of all deliveries of one body. */
  String index(String body, List<Receipt> receipts, List<String> names, List<Problem> absences) {
    start(say("交付回执：", "Receipts: ") + body);
    if (!absences.isEmpty()) {
      heading(say("逾期与缺失的交付", "Overdue and missing deliveries"));
      html.append("<ul>");
      for (Problem problem : absences) {
        html.append("<li>").append(problem.reason().code()).append(' ');
        html.append(escape(problem.reason().title().in(language)));
        html.append(say("：", ": ")).append(escape(problem.whatToDo().in(language)));
        html.append("</li>\n");
      }
      html.append("</ul>\n");
    }
    heading(say("交付文件", "Deliveries"));
    countsHeader(say("文件", "file"));
    for (int i = 0; i < receipts.size(); i++) {
      Receipt receipt = receipts.get(i);
      String stopped = receipt.isStopped() ? say("（整个文件未被接收）", " (set aside as a whole)") : "";
      html.append("<tr><td><a href=\"").append(escape(names.get(i))).append('.').append(language);
      html.append(".html\">").append(escape(receipt.file())).append("</a>").append(stopped);
      html.append("</td>");
      numbers(receipt);
    }
    html.append("</table>\n");
    return end();
  }

  private void start(String title) {
    html.append("<!doctype html>\n<html lang=\"").append(isChinese ? "zh-CN" : "en");
    html.append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"");
    html.append("width=device-width\"><title>").append(escape(title)).append("</title><style>");
    html.append(STYLE).append("</style></head><body>\n<h1>").append(escape(title));
    html.append("</h1>\n");
  }

  private String end() {
    return html.append("</body></html>\n").toString();
  }

  private void heading(String text) {
    html.append("<h2>").append(escape(text)).append("</h2>\n");
  }

  private void countsHeader(String first) {
    html.append("<table><tr><th>").append(first).append("</th>");
    for (String name :
        List.of(
            say("读取", "read"),
            say("接受", "accepted"),
            say("修复", "repaired"),
            say("隔离", "quarantined"))) {
      html.append("<th class=\"n\">").append(name).append("</th>");
    }
    html.append("</tr>\n");
  }

  private void numbers(Receipt receipt) {
    for (long n :
        new long[] {
          receipt.read(), receipt.accepted(), receipt.repaired(), receipt.quarantined()
        }) {
      html.append("<td class=\"n\">").append(String.format(Locale.ROOT, "%,d", n));
      html.append("</td>");
    }
    html.append("</tr>\n");
  }

  private void counts(Receipt receipt) {
    countsHeader(say("读取 = 接受 + 修复 + 隔离", "read = accepted + repaired + quarantined"));
    html.append("<tr><td>").append(escape(receipt.addressee())).append(' ');
    html.append(escape(receipt.period() == null ? "" : receipt.period())).append(' ');
    html.append(escape(receipt.format())).append(' ').append(escape(receipt.encoding()));
    html.append("</td>");
    numbers(receipt);
    html.append("</table>\n");
  }

  private void verdict(Receipt receipt, @Nullable String workbook) {
    if (receipt.isStopped()) {
      html.append("<p><strong>");
      html.append(
          say("整个文件未被接收，请改正后重新交付。", "The whole file was set aside; mend it and send it again."));
      html.append("</strong></p>\n");
    } else if (workbook != null) {
      String rows = String.format(Locale.ROOT, "%,d", receipt.toMend().size());
      html.append("<p>");
      boolean isOne = receipt.toMend().size() == 1;
      html.append(
          say(
              "有 " + rows + " 行需要改正：",
              rows + (isOne ? " row is to be mended: " : " rows are to be mended: ")));
      html.append("<a href=\"").append(escape(workbook)).append("\">").append(escape(workbook));
      html.append("</a>");
      html.append(
          say(
              "。改正后的工作簿可直接作为交付文件寄回，原因列会被忽略。",
              ". The mended workbook is itself a delivery; its reason column is not read."));
      html.append("</p>\n");
    } else {
      html.append("<p>").append(say("没有需要改正的行。", "No row is to be mended.")).append("</p>\n");
    }
  }

  private void group(ProblemGroup group) {
    heading(
        severity(group.reason().severity())
            + " "
            + group.reason().code()
            + say("：", ": ")
            + group.reason().title().in(language)
            + String.format(Locale.ROOT, " (%,d)", group.n()));
    html.append("<table class=\"problems\"><tr><th>")
        .append(say("位置", "where"))
        .append("</th><th>");
    html.append(say("列", "column")).append("</th><th>").append(say("内容", "value"));
    html.append("</th><th>").append(say("怎么办", "what to do")).append("</th></tr>\n");
    group.places().stream().limit(EXAMPLES).forEach(this::place);
    html.append("</table>\n");
    if (group.n() > EXAMPLES) {
      html.append("<p class=\"more\">");
      String more = String.format(Locale.ROOT, "%,d", group.n() - EXAMPLES);
      html.append(
          say(
              "另有 " + more + " 处，见 JSON 回执与工作簿。",
              more + " more; see the JSON receipt and the workbook."));
      html.append("</p>\n");
    }
  }

  private void place(Problem problem) {
    String where = problem.sheet();
    if (problem.rowNumber() > 0) {
      where += say(" 第 " + problem.rowNumber() + " 行", " row " + problem.rowNumber());
    }
    for (String cell :
        List.of(where, problem.column(), problem.value(), problem.whatToDo().in(language))) {
      html.append(html.charAt(html.length() - 1) == '\n' ? "<tr><td>" : "<td>");
      html.append(escape(cell)).append("</td>");
    }
    html.append("</tr>\n");
  }

  private String severity(Reasons.Severity severity) {
    return switch (severity) {
      case NOTE -> say("提示", "Note");
      case REPAIR -> say("已修复", "Repaired");
      case QUARANTINE -> say("已隔离", "Quarantined");
      case STOP -> say("整个文件未被接收", "Stopped");
    };
  }

  private String say(String zh, String en) {
    return isChinese ? zh : en;
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n' -> out.append(' ');
        default -> out.append(Character.isISOControl(c) ? '?' : c);
      }
    }
    return out.toString().strip();
  }
}
