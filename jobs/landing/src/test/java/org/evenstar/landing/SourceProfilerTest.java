package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenstar.landing.profile.Evidence;
import org.evenstar.landing.profile.Proposal;
import org.evenstar.landing.profile.SourceProfiler;
import org.evenstar.schemas.Schemas;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceProfilerTest {
  private static final Path SIX = Path.of("../../data-samples/six-bodies");
  private static final LocalDate DAY = LocalDate.of(2024, 7, 25);

  /** What 1 to 5 stand for is known to this body alone, so its scores are left out below. */
  private static final String OWN_STEPS = "GLKJ";

  @TempDir Path folder;

  @Test
  void aProposalLandsTheSamplesFilesAsTheCommittedSourceDoes() throws IOException {
    Path copy = folder.resolve("run");
    copy(SIX, copy);
    List<String> profiled = new ArrayList<>();
    for (String body : List.of("CCID", "CESI", "GLKJ", "HNPT", "SDFN", "WHSZ")) {
      String sourceId = body.toLowerCase(Locale.ROOT);
      List<Path> files = regular(SIX, body);
      files.forEach(f -> profiled.add(SIX.resolve("landing").relativize(f).toString()));

      Proposal proposal = new SourceProfiler(SIX, body, DAY).propose(files, sourceId);

      assertThat(Schemas.validate("source", body, proposal.source())).isEmpty();
      Files.writeString(
          copy.resolve("config/sources/" + sourceId + ".json"), proposal.source().toString());
    }

    RunFolder.Tables proposed = land(copy, "proposed");
    RunFolder.Tables committed = land(SIX, "committed");

    assertThat(rows(proposed.dossiers, profiled, Set.of("content_hash", "scale_map_version")))
        .isEqualTo(rows(committed.dossiers, profiled, Set.of("content_hash", "scale_map_version")));
    assertThat(scores(proposed, profiled)).isEqualTo(scores(committed, profiled));
    assertThat(reasons(proposed, profiled)).isEqualTo(reasons(committed, profiled));
  }

  @Test
  void exchangedAndUnknownHeadersGetASuggestion() throws IOException {
    Path file = folder.resolve("first.csv");
    Files.writeString(
        file,
        """
        档案编号,评估日期,统一社会信用代码,服务类利,心情,评估员,STR1.1
        A1,91350100M000100Y43,2024-03-05,融资服务,好,甲,符合
        A2,91350100M000100Y43,2024-03-06,融资服务,差,乙,部分符合
        """,
        StandardCharsets.UTF_8);

    Proposal proposal = new SourceProfiler(SIX, "CESI", DAY).propose(List.of(file), "first");

    assertThat(proposal.evidence())
        .filteredOn(e -> e.confidence() == Evidence.Confidence.CHECK)
        .extracting(e -> e.header() + " " + e.reason())
        .anyMatch(said -> said.startsWith("评估日期") && said.contains("look like institution_code"))
        .anyMatch(said -> said.startsWith("服务类利") && said.contains("did you mean sector"))
        .anyMatch(said -> said.startsWith("心情 not known"));
    assertThat(proposal.source().path("personal").toString()).isEqualTo("[\"评估员\"]");
    assertThat(proposal.evidence().toString()).doesNotContain("甲");
  }

  @Test
  void ownWordsForACodeListGetAMapToCheck() throws IOException {
    Path file = folder.resolve("words.csv");
    Files.writeString(
        file,
        """
        档案编号,评估日期,服务类别,STR1.1
        A1,2024-03-05,融资服务类,符合
        A2,2024-03-06,法律服务类,部分符合
        A3,2024-03-07,融资服务类,符合
        A4,2024-03-08,法律服务,符合
        A5,2024-03-08,其它,符合
        """,
        StandardCharsets.UTF_8);

    Proposal proposal = new SourceProfiler(SIX, "CESI", DAY).propose(List.of(file), "words");

    assertThat(Schemas.validate("source", "words", proposal.source())).isEmpty();
    assertThat(proposal.source().at("/value_maps/sector/map").toString())
        .isEqualTo(
            "[{\"raw\":[\"融资服务类\"],\"value\":\"FINANCE\"},"
                + "{\"raw\":[\"法律服务类\",\"法律服务\"],\"value\":\"LEGAL\"}]");
    assertThat(proposal.evidence())
        .filteredOn(e -> e.part().equals("/value_maps/sector"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.confidence()).isEqualTo(Evidence.Confidence.CHECK);
              assertThat(e.reason()).contains("法律服务类 → LEGAL").contains("known: [其它]");
            });
  }

  private static List<Path> regular(Path run, String body) throws IOException {
    String name = body.toLowerCase(Locale.ROOT) + "-\\d{4}-\\d{2}-\\d{2}\\.[a-z]+";
    try (Stream<Path> files = Files.walk(run.resolve("landing").resolve(body))) {
      return files.filter(f -> f.getFileName().toString().matches(name)).sorted().toList();
    }
  }

  private static List<String> rows(
      List<Map<String, Object>> rows, List<String> files, Set<String> except) {
    return rows.stream()
        .filter(row -> files.contains(String.valueOf(row.get("file"))))
        .map(
            row -> {
              Map<String, Object> kept = new TreeMap<>(row);
              kept.keySet().removeAll(except);
              return kept.toString();
            })
        .sorted()
        .toList();
  }

  private static List<String> scores(RunFolder.Tables tables, List<String> files) {
    Set<Object> keys = new HashSet<>();
    tables.dossiers.stream()
        .filter(row -> files.contains(String.valueOf(row.get("file"))))
        .filter(row -> !OWN_STEPS.equals(row.get("body_id")))
        .forEach(row -> keys.add(row.get("row_key")));
    return tables.scores.stream()
        .filter(row -> keys.contains(row.get("row_key")))
        .map(row -> new TreeMap<>(row).toString())
        .sorted()
        .toList();
  }

  private static List<String> reasons(RunFolder.Tables tables, List<String> files) {
    return tables.problems.stream()
        .filter(row -> files.contains(String.valueOf(row.get("file"))))
        .filter(row -> !OWN_STEPS.equals(row.get("body_id")))
        .map(row -> row.get("file") + " " + row.get("row_number") + " " + row.get("reason_code"))
        .sorted()
        .toList();
  }

  private RunFolder.Tables land(Path run, String work) throws IOException {
    RunConfig config = RunConfig.load(run);
    return new RunFolder.Tables(
        new Landing(
                config,
                config.landingFolder(),
                folder.resolve(work),
                new LandingOptions(2, DAY),
                path -> {})
            .land());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
