package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guides are followed to the letter: what they tell people to type is typed. */
class GuidesTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path SAMPLES = ROOT.resolve("data-samples");

  @TempDir Path home;

  @Test
  void theTourLeadsFromTheSampleToOnesOwnRelease() throws Exception {
    layOut();
    Files.copy(SAMPLES.resolve("alt-100/landing/alpha-2024-03.csv"), home.resolve("my-scores.csv"));

    for (String command : commands("tour.md")) {
      if (command.startsWith("./evenstar check mine")) {
        Files.delete(home.resolve("mine/config/sources/points.json"));
      }
      assertThat(shell(command)).as(command).isZero();
    }

    assertThat(home.resolve("out/site/index.html")).exists();
    assertThat(home.resolve("mine-out/releases/r0001/public/benchmark.csv")).exists();
    assertThat(Files.readAllLines(home.resolve("mine-out/releases/r0001/association/dossier.csv")))
        .hasSizeGreaterThan(20);
  }

  @Test
  void theBodysGuideGivesContractTemplateAndCheck() throws Exception {
    layOut();
    Files.createDirectories(home.resolve("target"));

    for (String command : commands("body.md")) {
      int expected = command.contains(" check ") ? ExitCode.STOPPED : ExitCode.DONE;
      assertThat(shell(command)).as(command).isEqualTo(expected);
    }

    assertThat(home.resolve("target/template.xlsx")).isNotEmptyFile();
  }

  @Test
  void aBodyIsAddedAsWritten() throws IOException {
    Path run = Shell.copy(SAMPLES.resolve("six-bodies"), home.resolve("run"));
    Shell.replace(run.resolve("config/bodies.json"), "\n]", ",\n" + block("json body") + "\n]");
    Path first = run.resolve("landing/XIBU/2024-03/first.csv");
    Files.createDirectories(first.getParent());
    Files.writeString(first, firstDelivery(), StandardCharsets.UTF_8);
    Path source = run.resolve("config/sources/xibu.json");
    Shell shell = new Shell();

    assertThat(
            shell.execute(
                "profile", first.toString(), "--body", "XIBU", "--out", source.toString()))
        .isZero();
    shell.execute("check", run.toString(), "--lang", "en");

    assertThat(shell.said.toString()).containsPattern("1 +1 +0 +0 +XIBU/2024-03/first.csv");
  }

  @Test
  void anIndicatorIsAddedAsWrittenAndDeliveriesThatLackItAreSetAside() throws IOException {
    Path run = Shell.copy(SAMPLES.resolve("alt-100"), home.resolve("run"));
    Path model = run.resolve("config/models/ALT-100.json");
    String text = Files.readString(model);
    int end = text.indexOf("]", text.indexOf("\"indicators\""));
    Files.writeString(
        model, text.substring(0, end) + "," + block("json indicator") + text.substring(end));
    Shell shell = new Shell();

    assertThat(RunConfig.load(run).model().scoredItems())
        .anyMatch(item -> item.itemId().equals("IMP6"));
    shell.execute("check", run.toString(), "--lang", "en");
    assertThat(shell.said.toString()).contains("QUARANTINE INDICATOR_MISSING");
  }

  @Test
  void aRuleIsAddedAsWrittenAndItsSignalLeadsToTheRows() throws IOException {
    Path run = Shell.copy(SAMPLES.resolve("six-bodies"), home.resolve("run"));
    Shell.replace(run.resolve("config/checks.json"), "\n}", ",\n" + block("json rules") + "\n}");
    Path out = home.resolve("out");
    Shell shell = new Shell();

    assertThat(shell.execute("run", run.toString(), "--out", out.toString(), "--lang", "en"))
        .isZero();
    String signal =
        Files.readAllLines(out.resolve("releases/r0001/association/signal.csv")).stream()
            .filter(
                line ->
                    line.startsWith("three_stars_with_gaps:")
                        && line.matches(".*,(WATCH|ALERT),.*"))
            .findFirst()
            .orElseThrow();
    shell.execute(
        "explain",
        signal.substring(0, signal.indexOf(',')),
        out.resolve("releases/r0001").toString(),
        "--lang",
        "en");

    assertThat(signal).contains("Three stars with more than two items set aside: ");
    assertThat(shell.said.toString())
        .contains("config/checks.json, rules, three_stars_with_gaps")
        .containsPattern("row \\d+");
  }

  @Test
  void aRuleThatCannotRunIsToldWithItsName() throws IOException {
    Path run = Shell.copy(SAMPLES.resolve("alt-100"), home.resolve("run"));
    Files.writeString(
        run.resolve("config/checks.json"),
        "{\"rules\": [{\"check_id\": \"odd\", \"title\": {\"zh\": \"奇\", \"en\": \"odd\"},"
            + " \"broken_if\": \"no_such_column > 1\"}]}");
    Shell shell = new Shell();

    int code =
        shell.execute(
            "run", run.toString(), "--out", home.resolve("out").toString(), "--lang", "en");

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(shell.complained.toString())
        .contains("Cannot run rule 'odd' of config/checks.json")
        .contains("no_such_column");
  }

  private static String firstDelivery() {
    List<String> items =
        List.of("STR", "DES", "TRA", "OPE", "IMP").stream()
            .flatMap(domain -> IntStream.rangeClosed(1, 4).mapToObj(i -> domain + i + ".1"))
            .toList();
    return "档案编号,机构名称,统一社会信用代码,行政区划代码,服务类别,机构类型,申请星级,授予星级,评估日期,"
        + String.join(",", items)
        + "\nX1,西安示范服务中心,91350100M000100Y43,610102,融资服务,企业,1,1,2024-03-05"
        + ",符合".repeat(items.size())
        + "\n";
  }

  /** A folder that looks like a clone to the commands of a guide. */
  private void layOut() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "commands of the guides need bash");
    Files.createSymbolicLink(home.resolve("data-samples"), SAMPLES);
    Path command = home.resolve("evenstar");
    Files.writeString(
        command,
        """
        #!/bin/bash
        [ "$1" = notebooks ] && exit 0
        exec "%s/bin/java" -Xmx1g -cp "%s" org.evenstar.cli.Evenstar "$@"
        """
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
    assertThat(command.toFile().setExecutable(true)).isTrue();
  }

  private int shell(String command) throws IOException, InterruptedException {
    return new ProcessBuilder("/bin/bash", "-c", command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("said.txt").toFile())
        .start()
        .waitFor();
  }

  private static List<String> commands(String guide) throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher blocks =
        Pattern.compile("(?s)```sh\n(.*?)```")
            .matcher(Files.readString(ROOT.resolve("docs/guides").resolve(guide)));
    while (blocks.find()) {
      blocks.group(1).lines().filter(line -> !line.isBlank()).forEach(commands::add);
    }
    return commands;
  }

  private static String block(String kind) throws IOException {
    Matcher block =
        Pattern.compile("(?s)```" + kind + "\n(.*?)\n```")
            .matcher(Files.readString(ROOT.resolve("docs/guides/adding.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }
}
