package org.evenstar.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site holds, read as text. */
class SiteBuilderTest {
  @TempDir Path folder;

  @Test
  void theFirstScreenAnswersTheAssociationsQuestionInBothLanguages() throws Exception {
    Path site = site(ReleaseFixture.identified(folder.resolve("r0007")));

    assertThat(Files.readString(site.resolve("en/association/index.html")))
        .contains("Do six bodies mean the same by three stars?")
        .contains("CESI Technology is stricter than CCID Testing by 14.3 points of 100");
    assertThat(Files.readString(site.resolve("zh/association/index.html")))
        .contains("六家评估机构所说的“三星”是一个意思吗？")
        .contains("北京赛西科技发展有限责任公司比赛迪检测认证中心有限公司严格 14.3 分（百分制");
  }

  @Test
  void aReleaseThatComparesNobodySaysSoInsteadOfRanking() throws Exception {
    Path site = site(ReleaseFixture.notIdentified(folder.resolve("r0007")));

    assertThat(Files.readString(site.resolve("en/association/index.html")))
        .contains("It cannot be told: none of the 15 pairs of bodies can be compared.")
        .contains("NOT IDENTIFIED: no shared dossiers");
  }

  @Test
  void aReleaseWithoutDatasetsStatesEachGap() throws Exception {
    Path site = site(ReleaseFixture.bare(folder.resolve("r0007")));

    assertThat(Files.readString(site.resolve("en/association/index.html")))
        .contains("This release has no dataset “severity”");
    assertThat(Files.readString(site.resolve("en/policy/index.html")))
        .contains("This release has no dataset “benchmark”");
  }

  @Test
  void whatIsWeakAndGettingWeakerComesFirst() throws Exception {
    Path site = site(ReleaseFixture.identified(folder.resolve("r0007")));

    String policy = Files.readString(site.resolve("en/policy/index.html"));
    int table = policy.indexOf("id=\"trends-table\"");

    assertThat(policy).contains("rise and", "fall, at a false discovery rate of 10 %");
    assertThat(policy.indexOf("weak and getting weaker", table))
        .isBetween(table, policy.indexOf("↗ rises", table));
  }

  @Test
  void aBriefingSaysItsNumbersInSentencesWithTheirIntervals() throws Exception {
    Path site = site(ReleaseFixture.identified(folder.resolve("r0007")));

    assertThat(Files.readString(site.resolve("en/policy/briefing-110000.html")))
        .containsPattern(
            "Capability index is \\d\\.\\d\\d \\(95 %: [0-9. …]+; \\d+ dossiers\\), against"
                + " \\d\\.\\d\\d in the nation")
        .containsPattern("Falling over 2024-Q1 to 2024-Q4: .*Strategy \\(−0\\.12 a period")
        .contains("Assessment is voluntary");
  }

  @Test
  void aRegionOfWhichNothingMayBeToldSaysSoInOneSentenceAndLeadsUp() throws Exception {
    Path site = site(ReleaseFixture.identified(folder.resolve("r0007")));

    assertThat(Files.readString(site.resolve("en/policy/region-630000.html")))
        .contains("Qinghai: withheld so that nothing about single institutions can be worked out.")
        .contains("href=\"index.html#regions\"")
        .doesNotContain("<figure", "<table", "briefing-");
    assertThat(Files.readString(site.resolve("zh/policy/region-630000.html")))
        .contains("：已隐去，以免推知个别机构的信息。");
    assertThat(site.resolve("en/policy/briefing-630000.html")).doesNotExist();
  }

  /** A reader is told one word, whatever the reason: why a cell is withheld would tell of it. */
  @Test
  void whatIsWithheldIsNeverSaidToBeTooFew() throws Exception {
    Path site = site(ReleaseFixture.identified(folder.resolve("r0007")));

    try (Stream<Path> pages = Files.walk(site)) {
      assertThat(pages.filter(page -> page.toString().contains("/policy/")))
          .hasSizeGreaterThan(100)
          .allSatisfy(
              page -> assertThat(Files.readString(page)).doesNotContain("too few", "过少", "MIN_N"));
    }
    try (Stream<Path> pages = Files.list(site.resolve("en/policy"))) {
      assertThat(pages)
          .anySatisfy(
              page ->
                  assertThat(Files.readString(page))
                      .containsPattern("categor(y is|ies are) withheld so that nothing"));
    }
  }

  @Test
  void aReleaseThatMayTellNothingSaysSo() throws Exception {
    Path site = site(ReleaseFixture.untold(folder.resolve("r0007")));

    assertThat(Files.readString(site.resolve("en/policy/index.html")))
        .contains("Every number of this release is withheld");
    assertThat(Files.readString(site.resolve("zh/policy/index.html"))).contains("全部数字均已隐去");
  }

  @Test
  void theSameReleaseGivesTheSameBytes() throws Exception {
    Path release = ReleaseFixture.identified(folder.resolve("r0007"));

    Path first = site(release);
    String before = Files.readString(first.resolve("zh/policy/index.html"));
    Path second =
        SiteBuilder.build(release, folder.resolve("again"), ReportOptions.in("zh"))
            .entry()
            .getParent();

    assertThat(Files.readString(second.resolve("zh/policy/index.html"))).isEqualTo(before);
  }

  @Test
  void aFolderThatIsNoReleaseIsRefused() {
    assertThatThrownBy(() -> site(folder))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "Cannot read release '"
                + folder
                + "': it has no manifest.json; name a folder such as DIR/releases/r0001");
  }

  private Path site(Path release) {
    return SiteBuilder.build(release, folder.resolve("site"), ReportOptions.in("zh"))
        .entry()
        .getParent();
  }
}
