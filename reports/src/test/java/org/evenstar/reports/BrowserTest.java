package org.evenstar.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Figures, tables and large numbers without a line of what they rest on and the release. */
  private static final String UNFOUNDED =
      """
      const says = (e) => e && e.textContent.includes('r0007');
      return [...document.querySelectorAll('figure, section.grid, section.picker, section.whatif')]
        .filter((e) => !says(e.querySelector('.basis')))
        .concat([...document.querySelectorAll('.facts li')]
          .filter((e) => !/r0007|[0-9A-Z]{18}/.test(e.querySelector('[data-tip]').dataset.tip)))
        .map((e) => e.outerHTML.slice(0, 120));
      """;

  private static final String TILES =
      "return [...document.querySelectorAll('#region-map .value')].map(e => e.textContent).join()";

  @BeforeEach
  void sitAtADesk() {
    browser.size(WIDTH, HEIGHT);
    browser.scheme("light");
  }

  /**
   * What was found on one page of every kind, visited once for all tests.
   *
   * @param light what shuts readers out; in English alone, because both languages are built alike
   * @param dark what colours alone shut out in the dark
   */
  private record Visit(
      Path page,
      List<String> complaints,
      List<String> requests,
      boolean isHarmed,
      List<?> unfounded,
      String banner,
      Browser.Loading loading,
      List<String> light,
      List<String> dark) {}

  private static final Map<String, List<Visit>> VISITS = new HashMap<>();

  private static List<Visit> visits(String language) throws IOException {
    List<Visit> known = VISITS.get(language);
    if (known != null) {
      return known;
    }
    List<Visit> visits = new ArrayList<>();
    for (Path page : kinds(language)) {
      visits.add(visit(page, language.equals("en")));
    }
    VISITS.put(language, visits);
    return visits;
  }

  private static Visit visit(Path page, boolean isClose) {
    browser.scheme("light");
    browser.open(page);
    Browser.Loading loading = browser.loading();
    List<String> light = isClose ? browser.violations() : List.of();
    browser.scheme("dark");
    List<String> dark = isClose ? browser.violationsOfColour() : List.of();
    return new Visit(
        page,
        browser.complaints(),
        browser.outsideRequests(),
        Boolean.TRUE.equals(script("return window.hostile !== undefined")),
        (List<?>) script(UNFOUNDED),
        browser.one(".banner").getText(),
        loading,
        light,
        dark);
  }

  /** Nothing of a hostile name runs, nothing is asked for outside, nothing is complained of. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyKindOfPageKeepsToItself(String language) throws IOException {
    for (Visit visit : visits(language)) {
      assertThat(visit.complaints()).as(visit.page().toString()).isEmpty();
      assertThat(visit.requests()).as(visit.page().toString()).isEmpty();
      assertThat(visit.isHarmed()).as(visit.page().toString()).isFalse();
    }
  }

  /**
   * n, period, method and release stand at every figure, and the model's standing on every page.
   */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyNumberSaysWhatItRestsOn(String language) throws IOException {
    for (Visit visit : visits(language)) {
      assertThat(visit.unfounded()).as(visit.page().toString()).isEmpty();
      assertThat(visit.banner()).as(visit.page().toString()).contains("0.1-inferred");
    }
  }

  /** In light and dark; what is said and how it is built is the same in both. */
  @Test
  void noKindOfPageShutsAnyReaderOut() throws IOException {
    for (Visit visit : visits("en")) {
      assertThat(visit.light()).as(visit.page() + " light").isEmpty();
      assertThat(visit.dark()).as(visit.page() + " dark").isEmpty();
    }
  }

  /** What a mouse is told on hover, a keyboard is told on focus. */
  @Test
  void aCellReachedByKeyboardSaysItsNumber() {
    browser.open(site.resolve("en/policy/index.html"));

    script("document.querySelector('#heat-domain td').focus()");

    assertThat(browser.one("#tip").getText()).contains("95 %", "n = ");
  }

  /** Every unit has its tile, also one that nobody assessed. */
  @Test
  void theMapHasAllUnitsAndEachPeriod() {
    browser.open(site.resolve("en/policy/index.html"));
    Object whole = script(TILES);

    script(
        "const slider = document.querySelector('input.period'); slider.value = 2;"
            + " slider.dispatchEvent(new Event('input'))");

    assertThat(browser.all("#region-map .tile")).hasSize(37);
    assertThat(browser.one("#region-map output").getText()).isEqualTo("2024-Q2");
    assertThat(script(TILES)).isNotEqualTo(whole);
  }

  /** Full marks in all requirements are the highest star; nothing is sent, and all is put back. */
  @Test
  void anInstitutionSeesWhichStarOtherScoresWouldGive() throws IOException {
    browser.open(PageKinds.of(site.resolve("en")).get("institution own"));
    String before = browser.one(".whatif .answer").getText();

    script(
        "document.querySelectorAll('.whatif select').forEach(s => s.value ="
            + " Math.max(...[...s.options].map(o => o.value).filter(v => v && !isNaN(v))));"
            + "document.querySelector('.whatif select').dispatchEvent(new Event('change',"
            + " {bubbles: true}))");
    String after = browser.one(".whatif .answer").getText();
    browser.click(".whatif .reset");

    assertThat(after).contains("5 stars").isNotEqualTo(before);
    assertThat(browser.one(".whatif .answer").getText()).isEqualTo(before);
    assertThat(browser.outsideRequests()).isEmpty();
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
      assertThat(browser.stickingOut()).as(reader + " " + window[0]).isEmpty();
    }
  }

  /** Nothing moves while a page loads, and its first paint waits for its own styles alone. */
  @Test
  void aPageIsSeenAtOnceAndStandsStill() throws IOException {
    String own = site.resolve("assets").toUri().toString();
    for (Visit visit : visits("en")) {
      assertThat(visit.loading().shift()).as(visit.page().toString()).isLessThan(0.1);
      assertThat(visit.loading().blocking())
          .as(visit.page().toString())
          .containsExactly(own + "site.css", own + "blocks.css");
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

  private static List<Path> kinds(String language) throws IOException {
    List<Path> kinds = PageKinds.pages(site.resolve(language));
    assertThat(kinds).hasSizeGreaterThan(11);
    return kinds;
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
