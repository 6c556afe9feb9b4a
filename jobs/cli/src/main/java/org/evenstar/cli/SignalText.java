package org.evenstar.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.evenstar.pipeline.calibrate.CheckName;
import org.evenstar.reports.release.Release;
import org.evenstar.reports.release.Row;

/** A signal as lines of text: what it says, its numbers, and the chain from dossier to row. */
final class SignalText {
  private final Release release;
  private final boolean isChinese;
  private final int most;

  /**
   * @param most dossiers to show
   */
  SignalText(Release release, boolean isChinese, int most) {
    this.release = release;
    this.isChinese = isChinese;
    this.most = most;
  }

  List<String> lines(Row signal) {
    List<String> lines = new ArrayList<>();
    lines.add(signal.text("signal_id") + "  " + signal.text("level") + "  " + signal.text("state"));
    lines.add(signal.text(isChinese ? "text_zh" : "text_en"));
    lines.add("");
    lines.add(say("检查", "check") + named("check", signal.text("check_id")));
    if (signal.has("body_id")) {
      lines.add(say("机构", "body") + named("body", signal.text("body_id")));
    }
    lines.add(
        say("范围", "scope")
            + signal.text("scope_kind")
            + " "
            + signal.text("scope_id")
            + (signal.is("period", "*") ? "" : " " + signal.text("period")));
    lines.add(say("档案数", "n") + signal.count("n"));
    effect(lines, signal);
    if (signal.has("reason")) {
      lines.add(say("原因", "reason") + signal.text("reason"));
    }
    decision(lines, signal);
    String check = signal.text("check_id");
    lines.add(
        say("方法", "method")
            + (CheckName.of(check).isPresent()
                ? "docs/methods/checks/" + check + ".md"
                : "config/checks.json, rules, " + check));
    lines.add(
        say("版本", "release")
            + release.manifest().releaseId()
            + ", "
            + signal.text("model_id")
            + " "
            + signal.text("model_version"));
    evidence(lines, signal);
    return lines;
  }

  /** What was decided, by which office, why and until when. */
  private void decision(List<String> lines, Row signal) {
    if (!signal.has("decision")) {
      return;
    }
    lines.add(say("处理", "decision") + signal.text("decision"));
    if (signal.has("decision_until")) {
      lines.add(
          "  "
              + signal.text("decision_role")
              + ", "
              + signal.text("decided_on")
              + (isChinese ? " 至 " : " until ")
              + signal.text("decision_until")
              + (isChinese ? "：" : ": ")
              + signal.text("decision_reason"));
    }
  }

  private void effect(List<String> lines, Row signal) {
    if (!signal.has("effect")) {
      return;
    }
    String interval =
        signal.has("effect_lo")
            ? " [" + number(signal, "effect_lo") + ", " + number(signal, "effect_hi") + "]"
            : "";
    lines.add(
        say("效应", "effect") + number(signal, "effect") + interval + " " + signal.text("unit"));
    lines.add(say("限值", "limit") + number(signal, "threshold"));
    if (signal.has("p")) {
      lines.add(say("概率", "p") + number(signal, "p") + ", q " + number(signal, "q"));
    }
  }

  private void evidence(List<String> lines, Row signal) {
    List<Row> rows =
        release.rows("signal_evidence", row -> row.is("signal_id", signal.text("signal_id")));
    lines.add("");
    if (rows.isEmpty()) {
      lines.add(isChinese ? "没有逐份档案的证据" : "no dossier is named as evidence");
      return;
    }
    lines.add(
        isChinese
            ? "证据：" + rows.size() + " 份档案，列出 " + Math.min(most, rows.size()) + " 份"
            : "evidence: " + Math.min(most, rows.size()) + " of " + rows.size() + " dossiers");
    List<Row> shown = rows.subList(0, Math.min(most, rows.size()));
    Map<String, String> deliveries = deliveries(shown);
    for (Row row : shown) {
      lines.add(
          "  "
              + row.text("dossier_no")
              + "  "
              + row.text("value")
              + (row.has("expected")
                  ? (isChinese ? "（应为 " : " (expected ")
                      + row.text("expected")
                      + (isChinese ? "）" : ")")
                  : ""));
      lines.add(
          "    "
              + row.text("file")
              + (row.has("sheet") ? " · " + row.text("sheet") : "")
              + (isChinese ? " · 第 " : " · row ")
              + row.text("row_number")
              + (isChinese ? " 行" : "")
              + deliveries.getOrDefault(key(row), ""));
    }
  }

  private static String key(Row row) {
    return row.text("body_id") + "\t" + row.text("dossier_no");
  }

  /** Revision and delivery of each dossier: the first 16 digits of the file's SHA-256. */
  private Map<String, String> deliveries(List<Row> shown) {
    Set<String> wanted = new HashSet<>();
    shown.forEach(row -> wanted.add(key(row)));
    Map<String, String> deliveries = new HashMap<>();
    for (Row row : release.rows("lineage", row -> wanted.contains(key(row)))) {
      deliveries.put(
          key(row),
          (isChinese ? " · 修订 " : " · revision ")
              + row.text("revision")
              + (isChinese ? " · 交付文件 " : " · delivery ")
              + row.text("delivery_id"));
    }
    return deliveries;
  }

  private String named(String kind, String code) {
    String name = release.labels().of(kind, code).in(isChinese ? "zh" : "en");
    return name.equals(code) ? code : name + " (" + code + ")";
  }

  private String say(String zh, String en) {
    return isChinese ? zh + "：" : en + ": ";
  }

  private static String number(Row row, String column) {
    OptionalDouble value = row.number(column);
    return value.isPresent() ? String.format(Locale.ROOT, "%.4g", value.getAsDouble()) : "–";
  }
}
