package org.evenstar.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.landing.Reasons;
import org.evenstar.landing.receipt.Problem;
import org.evenstar.landing.receipt.ProblemGroup;
import org.evenstar.landing.receipt.Receipt;
import org.evenstar.landing.receipt.ReceiptBook;

/** A check on the screen: files with their counts, then problems by reason, gravest first. */
final class CheckReport {
  private static final int EXAMPLES = 3;
  private static final int LONGEST = 60;

  private final ReceiptBook book;
  private final List<String> overLimit;
  private final boolean isChinese;
  private final String language;

  CheckReport(ReceiptBook book, List<String> overLimit, boolean isChinese) {
    this.book = book;
    this.overLimit = overLimit;
    this.isChinese = isChinese;
    this.language = isChinese ? "zh" : "en";
  }

  void print(PrintWriter out) {
    files(out);
    problems(out);
    for (Map.Entry<String, List<Problem>> body : book.absences().entrySet()) {
      for (Problem problem : body.getValue()) {
        out.printf(
            "%s %s: %s%s%s%n",
            problem.reason().severity(),
            problem.reason().code(),
            body.getKey(),
            isChinese ? "，" : ", ",
            problem.whatToDo().in(language));
      }
    }
    for (String body : overLimit) {
      out.println(
          isChinese
              ? "隔离行超过上限，运行将停止：" + body
              : "too many rows are quarantined, a run would stop: " + body);
    }
    out.flush();
  }

  private void files(PrintWriter out) {
    long[] sums = new long[4];
    String line = "%,9d %,9d %,9d %,9d  %s%n";
    out.printf(
        "%9s %9s %9s %9s  %s%n",
        (Object[])
            (isChinese
                ? new String[] {"读取", "接受", "修复", "隔离", "文件"}
                : new String[] {"read", "accepted", "repaired", "quarant.", "file"}));
    for (Receipt receipt : book.receipts()) {
      String stopped = isChinese ? "（整个文件未被接收）" : " (the whole file is set aside)";
      out.printf(
          Locale.ROOT,
          line,
          receipt.read(),
          receipt.accepted(),
          receipt.repaired(),
          receipt.quarantined(),
          receipt.file() + (receipt.isStopped() ? stopped : ""));
      sums[0] += receipt.read();
      sums[1] += receipt.accepted();
      sums[2] += receipt.repaired();
      sums[3] += receipt.quarantined();
    }
    out.printf(Locale.ROOT, line, sums[0], sums[1], sums[2], sums[3], isChinese ? "合计" : "in all");
  }

  private void problems(PrintWriter out) {
    Map<Reasons.Reason, List<ProblemGroup>> byReason = new TreeMap<>(Reasons.GRAVEST_FIRST);
    for (Receipt receipt : book.receipts()) {
      for (ProblemGroup group : receipt.groups()) {
        byReason.computeIfAbsent(group.reason(), r -> new ArrayList<>()).add(group);
      }
    }
    for (List<ProblemGroup> groups : byReason.values()) {
      group(out, groups);
    }
  }

  private void group(PrintWriter out, List<ProblemGroup> groups) {
    Reasons.Reason reason = groups.get(0).reason();
    long n = groups.stream().mapToLong(ProblemGroup::n).sum();
    out.printf(
        Locale.ROOT,
        "%n%s %s: %s (%,d)%n",
        reason.severity(),
        reason.code(),
        reason.title().in(language),
        n);
    groups.stream()
        .flatMap(group -> group.places().stream())
        .limit(EXAMPLES)
        .forEach(problem -> out.println("  " + place(problem)));
    if (n > EXAMPLES) {
      out.printf(Locale.ROOT, isChinese ? "  … 另有 %,d 处%n" : "  … and %,d more%n", n - EXAMPLES);
    }
  }

  private String place(Problem problem) {
    StringBuilder text = new StringBuilder(String.valueOf(problem.file()));
    if (!problem.sheet().isEmpty()) {
      text.append(" [").append(problem.sheet()).append(']');
    }
    if (problem.rowNumber() > 0) {
      text.append(isChinese ? " 第 " : " row ").append(problem.rowNumber());
      text.append(isChinese ? " 行" : "");
    }
    if (!problem.column().isEmpty()) {
      text.append(' ').append(shown(problem.column()));
    }
    if (!problem.value().isEmpty()) {
      text.append(" '").append(shown(problem.value())).append('\'');
    }
    return text.append(isChinese ? "：" : ": ").append(problem.whatToDo().in(language)).toString();
  }

  /** Delivered text, short and without control characters. */
  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
