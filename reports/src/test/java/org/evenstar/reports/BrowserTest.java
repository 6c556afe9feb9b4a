package org.evenstar.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What readers meet in a real browser, on pages opened from disk. */
class BrowserTest extends SiteInBrowser {
  private static final long MOST_BYTES = 300_000;

  /** Words that names of files begin with; other names are codes of bodies and institutions. */
  private static final Set<String> NAMED =
      Set.of("index", "table", "signals", "codebook", "region", "briefing");

  /** Elements that make the page wider than its window; boxes that scroll may hold wider ones. */
  private static final String STICKING_OUT =
      "const wide = document.documentElement.scrollWidth > innerWidth;return !wide ? [] :"
          + " [...document.body.querySelectorAll('*')].filter(e => !e.closest('.scroll') &&"
          + " e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0,"
          + " 120));";

  @BeforeEach
  void sitAtADesk() {
    browser.size(WIDTH, HEIGHT);
    browser.scheme("light");
  }

  /** Nothing of a hostile name runs, nothing is asked for outside, nothing is complained of. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyKindOfPageKeepsToItself(String language) throws IOException {
    for (Path page : kinds(language)) {
      browser.open(page);

      assertThat(browser.complaints()).as(page.toString()).isEmpty();
      assertThat(browser.outsideRequests()).as(page.toString()).isEmpty();
      assertThat(script("return window.hostile === undefined")).as(page.toString()).isEqualTo(true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void noKindOfPageShutsAnyReaderOut(String scheme) throws IOException {
    browser.scheme(scheme);
    for (Path page : kinds("en")) {
      browser.open(page);

      assertThat(browser.violations()).as(page + " " + scheme).isEmpty();
    }
  }

  @Test
  void theDarkIsDark() {
    Path page = site.resolve("en/association/index.html");
    browser.open(page);
    String light = background();
    browser.scheme("dark");
    browser.open(page);
    String dark = background();

    assertThat(brightness(dark)).isLessThan(brightness(light) - 300);
  }

  /** On a desk and on a phone, without scrolling. */
  @ParameterizedTest
  @ValueSource(strings = {"association", "policy"})
  void theAnswerStandsOnTheFirstScreen(String reader) {
    for (int[] window : new int[][] {{WIDTH, HEIGHT}, {390, 844}}) {
      browser.size(window[0], window[1]);
      browser.open(site.resolve("en/" + reader + "/index.html"));

      assertThat(number("return document.querySelector('h1').getBoundingClientRect().bottom"))
          .as(reader + " " + window[0])
          .isLessThan(window[1]);
      assertThat((List<?>) script(STICKING_OUT)).as(reader + " " + window[0]).isEmpty();
    }
  }

  @Test
  void nothingMovesWhileAPageLoads() throws IOException {
    for (Path page : kinds("en")) {
      browser.open(page);
      Object moved =
          browser
              .driver()
              .executeAsyncScript(
                  "const done = arguments[0]; let sum = 0;"
                      + "new PerformanceObserver(list => list.getEntries().forEach(e =>"
                      + " { if (!e.hadRecentInput) sum += e.value; }))"
                      + ".observe({type: 'layout-shift', buffered: true});"
                      + "setTimeout(() => done(sum), 200);");

      assertThat(((Number) moved).doubleValue()).as(page.toString()).isLessThan(0.1);
    }
  }

  @Test
  void noPageIsHeavy() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      assertThat(files.filter(file -> file.toString().endsWith(".html")))
          .allSatisfy(
              file -> assertThat(Files.size(file)).as(file.toString()).isLessThan(MOST_BYTES));
    }
  }

  @Test
  void aTableSortsFiltersAndIsDownloaded() throws IOException {
    browser.open(site.resolve("en/policy/index.html"));
    String table = "#regions-table ";
    List<String> before = column(table, 1);

    browser.click(table + "th:nth-child(1) .sort");
    assertThat(column(table, 1)).hasSameSizeAs(before).isSortedAccordingTo(String::compareTo);
    browser.click(table + "th:nth-child(1) .sort");
    assertThat(column(table, 1)).isSortedAccordingTo((a, b) -> b.compareTo(a));

    String wanted = before.get(before.size() - 1);
    browser.one(table + ".filter").sendKeys(wanted);
    assertThat(column(table, 1)).isNotEmpty().allMatch(name -> name.contains(wanted));

    browser.click(table + ".download");
    Path file = folder.resolve("downloads").resolve("r0007-regions-table.csv");
    new WebDriverWait(browser.driver(), Duration.ofSeconds(30)).until(driver -> Files.exists(file));
    assertThat(Files.readAllLines(file)).isNotEmpty().first().asString().contains("Region");
  }

  @Test
  void twoRegionsAreToldApartOrNotAndTheLinkKeepsTheChoice() {
    browser.open(site.resolve("en/policy/index.html"));
    Select first = new Select(browser.one("section.picker select.a"));
    String answer = browser.one("section.picker .answer").getText();

    first.selectByIndex(first.getOptions().size() - 1);
    String chosen = first.getFirstSelectedOption().getText();
    String other = browser.one("section.picker .answer").getText();
    browser.driver().navigate().refresh();

    assertThat(other).isNotEqualTo(answer).contains(chosen);
    assertThat(
            new Select(browser.one("section.picker select.a")).getFirstSelectedOption().getText())
        .isEqualTo(chosen);
  }

  @Test
  void theOtherLanguageIsTheSamePage() {
    browser.open(site.resolve("zh/association/index.html"));
    String answer = browser.one("h1").getText();

    browser.click("a.language");

    assertThat(browser.driver().getCurrentUrl()).endsWith("/en/association/index.html");
    assertThat(browser.one("h1").getText()).isNotEqualTo(answer).matches("[\\x20-\\x7e’–]+");
  }

  /** One page of every kind; a kind is a folder with the word that its files' names begin with. */
  private static List<Path> kinds(String language) throws IOException {
    Map<String, Path> kinds = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site.resolve(language))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
        String name = file.getFileName().toString();
        String first = name.split("[-.]", 2)[0];
        kinds.putIfAbsent(file.getParent() + " " + (NAMED.contains(first) ? first : ""), file);
      }
    }
    assertThat(kinds).hasSizeGreaterThan(11);
    return List.copyOf(kinds.values());
  }

  private static double number(String script) {
    return ((Number) script(script)).doubleValue();
  }

  private static String background() {
    return String.valueOf(script("return getComputedStyle(document.body).backgroundColor"));
  }

  /** Sum of red, green and blue of a colour such as {@code rgb(255, 255, 255)}. */
  private static int brightness(String colour) {
    return Stream.of(colour.replaceAll("[^0-9,]", "").split(",", -1))
        .limit(3)
        .mapToInt(Integer::parseInt)
        .sum();
  }

  /** The visible texts of a table's column. */
  private static List<String> column(String table, int place) {
    return browser.all(table + "tbody tr").stream()
        .filter(WebElement::isDisplayed)
        .map(row -> row.findElements(By.cssSelector("th, td")).get(place - 1))
        .map(WebElement::getText)
        .toList();
  }
}
