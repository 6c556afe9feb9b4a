package org.evenstar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenstar.sample.mess.Severity;
import org.evenstar.schemas.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The truth of the committed sample, held against the text deliveries read back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TruthTest {
  private static final Map<String, String> HNPT_SCORES =
      Map.of("N", "0", "P", "0.5", "L", "0.8", "F", "1");
  private static final Map<String, String> GLKJ_SCORES =
      Map.of("1", "0", "2", "0.5", "3", "0.5", "4", "0.8", "5", "1");
  private static final Map<String, String> CESI_SCORES =
      Map.of("不符合", "0", "部分符合", "0.5", "符合", "1");
  private static final Map<String, String> WHSZ_SCORES =
      Map.of("0", "0", "50", "0.5", "80", "0.8", "100", "1");

  private Truth truth;
  private final Map<String, List<DeliveredRow>> rows = new LinkedHashMap<>();

  @BeforeAll
  void readBack() throws IOException {
    truth = SmallSample.truth(SmallSample.committed());
    Set<String> left = new HashSet<>();
    truth.stoppedFiles().forEach(file -> left.add(file.file()));
    truth.duplicateFiles().forEach(file -> left.add(file.file()));
    ReadBack deliveries = new ReadBack(SmallSample.committed(), left);
    rows.put("WHSZ", deliveries.csv("WHSZ", "UTF-8", "得分率"));
    rows.put("CESI", deliveries.csv("CESI", "GB18030", ""));
    rows.put("GLKJ", deliveries.json());
    rows.put("HNPT", deliveries.jsonLines());
  }

  private Set<String> places(Severity severity) {
    return truth.problems().stream()
        .filter(p -> p.severity() == severity)
        .map(p -> p.file() + ":" + p.rowNumber() + p.sheet())
        .collect(Collectors.toSet());
  }

  private boolean isFaultless(DeliveredRow row) {
    return !places(Severity.REPAIR).contains(row.place())
        && !places(Severity.QUARANTINE).contains(row.place());
  }

  @Test
  void rowsInTheFilesAreTheRowsCounted() {
    for (Truth.BodyCounts counts : truth.counts()) {
      assertThat(counts.read())
          .isEqualTo(counts.accepted() + counts.repaired() + counts.quarantined());
      if (rows.containsKey(counts.bodyId())) {
        assertThat(rows.get(counts.bodyId())).as(counts.bodyId()).hasSize((int) counts.read());
      }
    }
  }

  @Test
  void spoiltRowsAreTheRowsCounted() {
    Set<String> quarantined = places(Severity.QUARANTINE);
    Set<String> repaired = places(Severity.REPAIR);
    repaired.removeAll(quarantined);

    assertThat(truth.counts().stream().mapToLong(Truth.BodyCounts::quarantined).sum())
        .isEqualTo(quarantined.size());
    assertThat(truth.counts().stream().mapToLong(Truth.BodyCounts::repaired).sum())
        .isEqualTo(repaired.size());
  }

  @Test
  void everyCreditCodeHoldsExceptWhereSpoilt() {
    Map<String, String> headers =
        Map.of("WHSZ", "信用代码", "CESI", "统一社会信用代码", "GLKJ", "信用代码", "HNPT", "credit_code");

    rows.forEach(
        (body, delivered) ->
            assertThat(delivered)
                .filteredOn(this::isFaultless)
                .isNotEmpty()
                .allMatch(row -> CreditCodeCheck.holds(row.field(headers.get(body)))));
  }

  @Test
  void everyAwardedStarFollowsFromTheScoresExceptWherePlanted() {
    Map<String, Map<String, String>> scales =
        Map.of("WHSZ", WHSZ_SCORES, "CESI", CESI_SCORES, "GLKJ", GLKJ_SCORES, "HNPT", HNPT_SCORES);
    Map<String, String> awarded =
        Map.of("WHSZ", "授予星级", "CESI", "评估等级", "GLKJ", "授予星级", "HNPT", "awarded_star");
    Set<String> otherwise = new TreeSet<>();

    rows.forEach(
        (body, delivered) ->
            delivered.stream()
                .filter(this::isFaultless)
                .filter(
                    row ->
                        Integer.parseInt(row.field(awarded.get(body)))
                            != star(row.scores(), scales.get(body)))
                .forEach(row -> otherwise.add(row.place())));

    assertThat(otherwise)
        .isEqualTo(
            truth.faults().starMismatches().stream()
                .filter(dossier -> rows.containsKey(dossier.bodyId()))
                .map(dossier -> dossier.file() + ":" + dossier.rowNumber())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The rule of the model, written again in decimals. */
  private static int star(Map<String, String> raw, Map<String, String> scale) {
    for (int star = 1; star <= 5; star++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (String domain : List.of("STR", "DES", "TRA", "OPE", "IMP")) {
        List<BigDecimal> scores = new ArrayList<>();
        int delivered = 0;
        for (int indicator = 1; indicator <= 4; indicator++) {
          String text = raw.get(domain + indicator + "." + star);
          delivered += text == null ? 0 : 1;
          if (text != null && scale.containsKey(text)) {
            scores.add(new BigDecimal(scale.get(text)));
          }
        }
        if (delivered < 4 || scores.size() < 3) {
          return star - 1;
        }
        BigDecimal total = scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        sum = sum.add(total.divide(new BigDecimal(scores.size()), MathContext.DECIMAL128));
      }
      // Thirds are rounded in the 34th digit; no sum of them lies that near a threshold otherwise.
      if (sum.round(new MathContext(20)).compareTo(new BigDecimal("4.0")) < 0) {
        return star - 1;
      }
    }
    return 5;
  }

  @Test
  void everyBodyScoresEveryAnchorCase() {
    Map<String, String> headers =
        Map.of("WHSZ", "锚定编号", "CESI", "锚定案卷号", "GLKJ", "锚定案卷", "HNPT", "anchor_id");
    Set<String> anchors =
        truth.anchors().stream().map(Truth.Anchor::anchorId).collect(Collectors.toSet());

    rows.forEach(
        (body, delivered) ->
            assertThat(delivered)
                .map(row -> row.field(headers.get(body)))
                .filteredOn(anchor -> !anchor.isEmpty())
                .containsExactlyInAnyOrderElementsOf(anchors));
  }

  @Test
  void copiesHaveTheScoresOfTheirOriginals() {
    Map<String, Map<String, String>> scores = new HashMap<>();
    rows.get("WHSZ").forEach(row -> scores.put(row.field("编号"), row.scores()));

    assertThat(truth.faults().copies())
        .isNotEmpty()
        .allSatisfy(
            copy ->
                assertThat(asScores(scores.get(copy.dossierNo())))
                    .isEqualTo(asScores(scores.get(copy.detail()))));
  }

  /** Not applicable is written in several ways. */
  private static Map<String, String> asScores(Map<String, String> raw) {
    Map<String, String> scores = new HashMap<>();
    raw.forEach((item, text) -> scores.put(item, WHSZ_SCORES.getOrDefault(text, "NA")));
    return scores;
  }

  /** What needs more than one source or a source of another kind cannot stand in this sample. */
  @Test
  void everyReasonOfARowIsPlanted() throws IOException {
    Set<String> planted = new TreeSet<>();
    truth.problems().forEach(problem -> planted.add(problem.reasonCode()));
    truth.crossDelivery().forEach(problem -> planted.add(problem.reasonCode()));
    Set<String> missing = new TreeSet<>();
    Path catalogue = Path.of("../../schemas/src/main/resources/org/evenstar/schemas/reasons.json");
    for (JsonNode reason : Json.MAPPER.readTree(catalogue.toFile()).get("reasons")) {
      String severity = reason.get("severity").asString();
      boolean isOfARow = severity.equals("REPAIR") || severity.equals("QUARANTINE");
      if (isOfARow && !planted.contains(reason.get("code").asString())) {
        missing.add(reason.get("code").asString());
      }
    }

    // These four came with the landing of workbooks; their fixtures are landing's own.
    assertThat(missing)
        .containsExactly(
            "BODY_UNKNOWN",
            "CELL_MERGED",
            "FIELD_MISSING",
            "SCALE_VERSION",
            "SECTOR_MISSING",
            "TYPE_MISSING");
  }
}
