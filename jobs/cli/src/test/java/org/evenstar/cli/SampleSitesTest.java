package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenstar.reports.Browser;
import org.evenstar.reports.PageKinds;
import org.evenstar.reports.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/**
 * The sites of two samples, made up in Chinese and real in English, from their releases as a run
 * makes them: every kind of page in a real browser; skipped where there is none.
 */
@SuppressWarnings("NullAway.Init")
class SampleSitesTest {
  private static final Path SAMPLES = Path.of("../../data-samples");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{2,}");
  private static final Pattern OWN = Pattern.compile("data-institution=\"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{\\w+[,}]");

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void run() {
    assumeTrue(Browser.isInstalled());
    for (String sample : List.of("six-bodies", "food-hygiene")) {
      String out = folder.resolve(sample).toString();
      assertThat(new Shell().execute("run", SAMPLES.resolve(sample).toString(), "--out", out))
          .isZero();
    }
    browser = Browser.start(folder);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"six-bodies, zh", "six-bodies, en", "food-hygiene, en"})
  void everyKindOfPageIsWholeAndInItsOwnLanguage(String sample, String language)
      throws IOException {
    browser.size(1280, 900);
    Set<String> delivered = delivered(sample);
    for (Map.Entry<String, Path> page : kinds(sample, language).entrySet()) {
      browser.visit(page.getValue());
      tell(sample + " " + language + ", " + page.getKey(), page.getValue());
      browser.draw();
      List<String> words = browser.words();

      assertThat(browser.complaints()).as(page.toString()).isEmpty();
      assertThat(browser.outsideRequests()).as(page.toString()).isEmpty();
      if (sample.equals("food-hygiene") || language.equals("zh")) {
        // A site is built alike in its two languages: one of them is enough.
        assertThat(browser.violations()).as(page.toString()).isEmpty();
      }
      assertThat(bottomOfAnswer()).as(page.toString()).isLessThan(900);
      assertThat(words).as(page.toString()).noneMatch(word -> PLACE.matcher(word).find());
      assertThat(foreign(words, language, delivered)).as(page.toString()).isEmpty();
    }
  }

  /**
   * Time is told and not held to a limit, because machines differ; what does not differ is held.
   */
  private static void tell(String kind, Path page) {
    Browser.Loading loading = browser.loading();
    long bytes = page.toFile().length();
    System.out.printf(
        Locale.ROOT,
        "%s: %d kB, first paint %.0f ms, layout shift %.3f, longest task %.0f ms%n",
        kind,
        bytes / 1000,
        loading.paint(),
        loading.shift(),
        loading.longest());

    assertThat(loading.shift()).as(kind).isLessThan(0.1);
    assertThat(bytes).as(kind).isLessThan(300_000);
    assertThat(loading.blocking())
        .as(kind)
        .hasSize(2)
        .allMatch(style -> style.startsWith("file:") && style.endsWith(".css"));
  }

  @Test
  void aRegionOfWhichNothingMayBeToldSaysSoInOneSentence() throws IOException {
    Path lightest;
    try (Stream<Path> pages = Files.list(folder.resolve("six-bodies/site/en/policy"))) {
      lightest =
          pages
              .filter(page -> page.getFileName().toString().startsWith("region-"))
              .min(Comparator.comparingLong(page -> page.toFile().length()))
              .orElseThrow();
    }
    browser.visit(lightest);

    assertThat(browser.driver().getTitle()).isNotEmpty();
    assertThat(browser.words())
        .anyMatch(
            word ->
                word.endsWith(
                    ": withheld so that nothing about single institutions can be worked out."))
        .contains("All regions, and the nation")
        .noneMatch(word -> word.contains("too few"));
    assertThat(browser.violations()).isEmpty();
  }

  @Test
  void whatNamesNoBodyIsCountedAndHandedToNobody() throws IOException {
    Path site = folder.resolve("six-bodies/site");

    assertThat(Files.readString(site.resolve("en/association/index.html")))
        .contains("body not stated");
    assertThat(Files.readString(site.resolve("zh/association/index.html"))).contains("未注明机构");
    assertThat(site.resolve("en/body/UNKNOWN.html")).doesNotExist();
  }

  /** On a phone, without scrolling sideways or down; on a desk it is tested above. */
  @ParameterizedTest
  @CsvSource({"six-bodies, zh", "six-bodies, en", "food-hygiene, en"})
  void theAnswerStandsOnTheFirstScreenOfAPhone(String sample, String language) throws IOException {
    Map<String, Path> kinds = kinds(sample, language);
    browser.size(390, 844);
    for (String kind : List.of("association index", "policy index", "policy region", "body own")) {
      browser.open(kinds.get(kind));

      assertThat(bottomOfAnswer()).as(kind).isLessThan(844);
      assertThat(browser.stickingOut()).as(kind).isEmpty();
    }
  }

  /** Nothing that the association is to see is missing where the data could show it. */
  @Test
  void theAssociationsPageShowsEveryComparison() throws IOException {
    browser.visit(kinds("six-bodies", "zh").get("association index"));

    for (String id :
        List.of(
            "pairs-matrix",
            "severity-chart",
            "signals-by-check",
            "domain-matrix",
            "funnel-chart",
            "agreement-table",
            "punctuality-matrix",
            "quality-by-body",
            "quality-by-reason")) {
      assertThat(browser.driver().findElements(By.id(id))).as(id).hasSize(1);
    }
    assertThat(browser.driver().findElements(By.cssSelector("[data-kind=drift]"))).hasSize(6);
    // Too few dossiers around a threshold for any histogram: the page says that none is there.
    assertThat(browser.driver().findElements(By.cssSelector("#bunching + .gap"))).hasSize(1);
    assertThat(browser.driver().findElements(By.cssSelector("#advice + .gap, #advice + .notes")))
        .hasSize(1);
  }

  /** Pictures for the docs: {@code -Devenstar.pictures=write}. */
  @Test
  @EnabledIfSystemProperty(named = "evenstar.pictures", matches = "write")
  void picturesOfTheFirstScreens() throws IOException {
    Path site = folder.resolve("six-bodies/site");
    picture(site.resolve("en/association/index.html"), ".first", "association");
    picture(site.resolve("zh/association/index.html"), ".first", "association-zh");
    picture(site.resolve("en/policy/index.html"), "figure.tilemap", "policy");
    picture(telling(site.resolve("en/institution")), "figure.dotrange", "institution");
  }

  /** From the top of the page to the end of an element, light and dark. */
  private static void picture(Path page, String last, String name) {
    for (String scheme : List.of("light", "dark")) {
      browser.scheme(scheme);
      browser.size(1200, 900);
      browser.open(page);
      int end =
          (int)
              number(
                  "document.querySelector('"
                      + last
                      + "').getBoundingClientRect().bottom + scrollY");
      browser.size(1200, end + 28);
      browser.screenshot(
          Path.of("../../docs/images", name + (scheme.equals("dark") ? "-dark" : "") + ".png"),
          false);
    }
    browser.scheme("light");
  }

  /** The page of the first institution by code that stands above its peers here and below there. */
  private static Path telling(Path institutions) throws IOException {
    Map<String, Path> byCode = new TreeMap<>();
    try (Stream<Path> pages = Files.list(institutions)) {
      for (Path page : pages.filter(page -> !page.endsWith("index.html")).toList()) {
        String html = Files.readString(page);
        Matcher code = OWN.matcher(html);
        if (code.find()
            && html.contains("<path class=\"above\"")
            && html.contains("<path class=\"below\"")) {
          byCode.put(code.group(1), page);
        }
      }
    }
    return byCode.values().iterator().next();
  }

  @Test
  void whatIsHandedOutPrintsOnTwoSheets() throws IOException {
    Map<String, Path> kinds = kinds("six-bodies", "zh");

    browser.open(kinds.get("institution own"));
    assertThat(browser.print(folder.resolve("institution.pdf"))).isEqualTo(2);
    browser.open(kinds.get("policy briefing"));
    assertThat(browser.print(folder.resolve("briefing.pdf"))).isBetween(1, 2);
  }

  /** Words of the other language, and codes that no reader knows. */
  private static List<String> foreign(List<String> words, String language, Set<String> delivered) {
    if (language.equals("en")) {
      return words.stream()
          .filter(word -> HAN.matcher(word).find() && !delivered.contains(word))
          .toList();
    }
    Texts own = Texts.in("zh");
    Texts other = Texts.in("en");
    Set<String> ours = own.keys().stream().map(own::pattern).collect(Collectors.toSet());
    Set<String> theirs = other.keys().stream().map(other::pattern).collect(Collectors.toSet());
    theirs.removeAll(ours);
    theirs.removeAll(delivered);
    return words.stream()
        .filter(
            word ->
                theirs.contains(word)
                    || (CODE.matcher(word).matches()
                        && !ours.contains(word)
                        && !delivered.contains(word)))
        .toList();
  }

  /** What bodies wrote, and codes, columns and English names that the release explains. */
  private static Set<String> delivered(String sample) throws IOException {
    Path release = folder.resolve(sample).resolve("releases/r0001");
    Set<String> out = new TreeSet<>();
    out.addAll(column(release.resolve("association/label.csv"), "code"));
    out.addAll(column(release.resolve("association/label.csv"), "name_en"));
    out.addAll(column(release.resolve("association/signal_evidence.csv"), "sheet"));
    out.addAll(column(release.resolve("association/codebook.csv"), "column"));
    Path institutions = release.resolve("institution/peer_group.csv");
    if (institutions.toFile().exists()) {
      out.addAll(column(institutions, "institution_name"));
    }
    return out;
  }

  private static List<String> column(Path file, String name) throws IOException {
    List<String> out = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      rows.forEach(row -> out.add(row.getField(name)));
    }
    return out;
  }

  private static Map<String, Path> kinds(String sample, String language) throws IOException {
    Map<String, Path> kinds =
        PageKinds.of(folder.resolve(sample).resolve("site").resolve(language));
    assertThat(kinds).hasSizeGreaterThan(9);
    return kinds;
  }

  private static double bottomOfAnswer() {
    return number("document.querySelector('h1').getBoundingClientRect().bottom");
  }

  private static double number(String expression) {
    Object value = browser.driver().executeScript("return " + expression);
    return ((Number) Objects.requireNonNull(value)).doubleValue();
  }
}
