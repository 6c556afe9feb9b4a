package org.evenstar.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seventh body joins the six of the sample: two files of configuration, and no code. */
class SeventhBodyTest {
  private static final Path SIX = Path.of("../../data-samples/six-bodies");

  @TempDir Path folder;

  @Test
  void aBodyWithHabitsOfItsOwnLandsBesideTheOthers() throws IOException {
    Path run = sixBodies();
    Path bodies = run.resolve("config/bodies.json");
    Files.writeString(
        bodies,
        Files.readString(bodies)
            .strip()
            .replaceFirst(
                "]$",
                ",{\"body_id\": \"XIBU\", \"name\": {\"zh\": \"西部评估中心\", \"en\": \"West\"},"
                    + " \"home_region\": \"610000\", \"file_keys\": [\"XIBU\"]}]"));
    Files.writeString(run.resolve("config/sources/xibu.json"), source());
    Path delivery = run.resolve("landing/XIBU/2024-03/march.tsv");
    Files.createDirectories(delivery.getParent());
    Files.write(delivery, rows().getBytes(Charset.forName("GB18030")));

    RunFolder.Tables tables = land(run);

    assertThat(tables.deliveries)
        .filteredOn(d -> "XIBU".equals(d.get("body_id")))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.get("n_read")).isEqualTo(2L);
              assertThat(d.get("n_accepted")).isEqualTo(1L);
              assertThat(d.get("n_quarantined")).isEqualTo(1L);
              assertThat(d.get("encoding")).isEqualTo("GB18030");
            });
    assertThat(tables.problems)
        .filteredOn(p -> "XIBU".equals(p.get("body_id")) && p.containsKey("row_number"))
        .extracting(p -> p.get("reason_code"))
        .containsExactly("SCORE_UNKNOWN");
    assertThat(tables.dossiers)
        .filteredOn(d -> "XIBU".equals(d.get("body_id")))
        .singleElement()
        .satisfies(d -> assertThat(d.get("region_code")).isEqualTo("610000"));
  }

  /** Letters for scores, which none of the six writes, one column an indicator's first star. */
  private static String source() {
    return """
    {"source_id": "xibu", "version": 1, "body": {"id": "XIBU"}, "files": ["XIBU/*/*.tsv"],
     "period": {"from": "path", "pattern": "/(\\\\d{4})-(\\\\d{2})/"},
     "format": "tsv",
     "columns": [
      {"field": "dossier_no", "headers": ["案卷"], "required": true},
      {"field": "institution_name", "headers": ["单位"], "required": true},
      {"field": "institution_code", "headers": ["代码"], "required": true},
      {"field": "region", "value_from": "body"},
      {"field": "applied_star", "headers": ["申请"], "required": true, "values": "star"},
      {"field": "awarded_star", "headers": ["评定"], "required": true, "values": "star"},
      {"field": "assessed_on", "headers": ["日期"], "required": true}],
     "scores": {"header_pattern": "等第{item_id}", "scale": "letters"},
     "scales": [{"scale_id": "letters", "version": "1", "kind": "map",
      "map": [{"raw": ["甲"], "score": "1"}, {"raw": ["乙"], "score": "0.8"},
       {"raw": ["丙"], "score": "0.5"}, {"raw": ["丁"], "score": "0"}]}]}
    """;
  }

  private static String rows() {
    List<String> items =
        Stream.of("STR", "DES", "TRA", "OPE", "IMP")
            .flatMap(domain -> Stream.of("1", "2", "3", "4").map(i -> domain + i + ".1"))
            .toList();
    String header = "案卷\t单位\t代码\t申请\t评定\t日期\t等第" + String.join("\t等第", items);
    String start = "\t西安示范服务中心\t91350100M000100Y43\t1\t1\t2024-03-05";
    return header
        + "\nX1"
        + start
        + "\t甲".repeat(20)
        + "\nX2"
        + start
        + "\t戊"
        + "\t乙".repeat(19)
        + "\n";
  }

  private Path sixBodies() throws IOException {
    Path run = folder.resolve("run");
    try (Stream<Path> files = Files.walk(SIX)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = run.resolve(SIX.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return run;
  }

  private RunFolder.Tables land(Path run) throws IOException {
    RunConfig config = RunConfig.load(run);
    return new RunFolder.Tables(
        new Landing(
                config,
                config.landingFolder(),
                folder.resolve("work"),
                new LandingOptions(2, Objects.requireNonNull(config.run().asOf())),
                path -> {})
            .land());
  }
}
