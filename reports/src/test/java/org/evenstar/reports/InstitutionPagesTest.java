package org.evenstar.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A private page holds its own institution and nobody else, under a name that nobody can guess. */
@SuppressWarnings("NullAway.Init")
class InstitutionPagesTest {
  private static final Pattern CODE = Pattern.compile("91430100MA4L[0-9]{2}0000");
  private static final Pattern OWN = Pattern.compile("data-institution=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)\"");

  @TempDir Path folder;

  @Test
  void everyCodeOnAPageIsItsOwn() throws IOException {
    Path site = site("r0001");
    Set<String> owners = new HashSet<>();

    for (Path page : pages(site, "zh")) {
      String html = Files.readString(page);
      Matcher own = OWN.matcher(html);
      assertThat(own.find()).as(page.toString()).isTrue();
      owners.add(own.group(1));
      assertThat(found(CODE, html)).as(page.toString()).containsOnly(own.group(1));
    }

    assertThat(owners).hasSize(12);
  }

  @Test
  void aPageLeadsNowhereButToItselfInTheOtherLanguage() throws IOException {
    Path site = site("r0001");

    for (Path page : pages(site, "en")) {
      String name = page.getFileName().toString();
      assertThat(found(LINK, Files.readString(page)))
          .filteredOn(link -> !link.startsWith("../../assets/"))
          .containsExactly("../../zh/institution/" + name);
    }
  }

  @Test
  void aPageSaysWhyItsStandingMovedAndHowItsLikeDo() throws IOException {
    List<String> moved = new ArrayList<>();
    for (Path page : pages(site("r0001"), "en")) {
      String html = Files.readString(page);
      if (html.contains("went from 50.0% to 62.0%")) {
        moved.add(html);
      }
    }

    // one of the twelve has too few peers
    assertThat(moved)
        .hasSize(11)
        .allSatisfy(
            html ->
                assertThat(html)
                    .contains(
                        "by own assessment: +15.0; by others: −4.0; by method: 0.0; by revisions: +1.0",
                        "The 20 institutions most like this one differ from it by at most 25%"));
  }

  @Test
  void namesAreKeptFromReleaseToReleaseAndCannotBeTold() throws IOException {
    Path first = site("r0001");
    Path second = site("r0002");
    Set<String> names = names(first);

    assertThat(names(second)).isEqualTo(names);
    assertThat(names).hasSize(12).allMatch(name -> name.matches("[0-9a-f]{40}\\.html"));
    Files.delete(folder.resolve("page.key"));
    assertThat(names(site("r0003"))).hasSize(12).doesNotContainAnyElementsOf(names);
  }

  @Test
  void everyPagePrintsOnTwoSheets() throws IOException {
    assumeTrue(Browser.isInstalled());
    Path site = site("r0001");

    try (Browser browser = Browser.start(folder)) {
      for (String language : List.of("zh", "en")) {
        // Names of pages are random: one with a name of 400 characters may be any of them.
        for (Path page : pages(site, language)) {
          browser.open(page);
          assertThat(browser.print(folder.resolve(language + ".pdf"))).as(language).isEqualTo(2);
          assertThat(browser.complaints()).isEmpty();
        }
      }
    }
  }

  private Path site(String id) throws IOException {
    Path release = folder.resolve("releases").resolve(id);
    ReleaseFixture.identified(release);
    return SiteBuilder.build(release, folder.resolve("site-" + id), ReportOptions.in("zh"))
        .entry()
        .getParent();
  }

  private static Set<String> names(Path site) throws IOException {
    Set<String> names = new HashSet<>();
    pages(site, "zh").forEach(page -> names.add(page.getFileName().toString()));
    return names;
  }

  private static List<Path> pages(Path site, String language) throws IOException {
    try (Stream<Path> files = Files.list(site.resolve(language).resolve("institution"))) {
      return files.filter(file -> !file.endsWith("index.html")).sorted().toList();
    }
  }

  private static List<String> found(Pattern pattern, String html) {
    List<String> out = new ArrayList<>();
    Matcher matcher = pattern.matcher(html);
    while (matcher.find()) {
      out.add(matcher.group(matcher.groupCount()));
    }
    return out;
  }
}
