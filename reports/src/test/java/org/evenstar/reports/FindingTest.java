package org.evenstar.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.evenstar.reports.release.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Finding a page by a name, and finding a place again by a link. */
class FindingTest extends SiteInBrowser {
  @ParameterizedTest
  @CsvSource({
    "en, hun, policy/region-430000.html",
    "en, 湖南, policy/region-430000.html",
    "zh, hunan, policy/region-430000.html",
    "zh, 430000, policy/region-430000.html",
    "en, weihai, body/WHSZ.html",
    "zh, 工联, body/GLKJ.html"
  })
  void aRegionOrBodyIsFoundByAnyPartOfItsNameOrCode(String language, String words, String page) {
    browser.open(site.resolve(language + "/index.html"));

    assertThat(find(words)).isNotEmpty();
    browser.one(".find input").sendKeys(Keys.ENTER);

    assertThat(browser.driver().getCurrentUrl()).endsWith(language + "/" + page);
  }

  @Test
  void anInstitutionIsFoundByNameOrCodeAndAHostileNameIsText() {
    browser.open(site.resolve("en/association/index.html"));

    assertThat(find("91430100ma4l08")).hasSize(1).first().asString().contains("长沙样例服务机构8");
    assertThat(find("window.hostile=1")).isNotEmpty();
    assertThat(browser.driver().executeScript("return window.hostile === undefined"))
        .isEqualTo(true);
    assertThat(find("nobody of this name")).isEmpty();
    assertThat(browser.one(".found p").getText()).isEqualTo("Nothing found by that name or code.");
  }

  @Test
  void whatATierMayNotKnowCannotBeFoundInItsSite() throws IOException {
    Path release = ReleaseFixture.identified(folder.resolve("r0008"));
    Path policy = folder.resolve("policy-site");

    SiteBuilder.build(
        release, policy, new ReportOptions("zh", EnumSet.of(Tier.PUBLIC, Tier.POLICY)));

    assertThat(policy.resolve("data/find-0.js")).doesNotExist();
    assertThat(Files.readString(policy.resolve("data/find-zh.js")))
        .contains("湖南")
        .doesNotContain("赛迪", "CCID");
  }

  /** Pages that are handed out have no search, because they are handed out alone. */
  @Test
  void aPrivatePageHasNoSearch() throws IOException {
    for (String folder : List.of("institution", "body")) {
      try (Stream<Path> pages = Files.list(site.resolve("en").resolve(folder))) {
        assertThat(pages.filter(page -> !page.endsWith("index.html")))
            .allSatisfy(
                page ->
                    assertThat(Files.readString(page))
                        .doesNotContain("search.js", "class=\"find\""));
      }
    }
  }

  @Test
  void aTableOfOnesOwnIsTheSameWhenItsLinkIsOpenedAgain() {
    Path page = site.resolve("en/policy/table.html");
    browser.open(page);
    browser.click("input[value='domain:STR']");
    browser.click("input[name=s][value=standing]");
    browser.click("details.regions summary");
    browser.click("input[name=r][value='430000']");
    browser.click("input[name=r][value='110000']");
    browser.click("#own-table-grid thead th:nth-child(2) .sort");
    String link = browser.driver().getCurrentUrl();
    List<String> before = texts("#own-table-grid tbody td");

    browser.driver().get("about:blank");
    browser.driver().get(link);

    assertThat(before).hasSize(3 * 9).contains("Nation", "Hunan", "Beijing");
    assertThat(texts("#own-table-grid tbody td")).isEqualTo(before);
    assertThat(texts("#own-table-grid thead th"))
        .contains("Strategy: mean", "Capability index: against the nation");
  }

  /** A link leads to the figure itself, in the state in which it was copied. */
  @ParameterizedTest
  @ValueSource(strings = {"heat-domain", "region-map", "regions-table"})
  void aCopiedLinkLeadsToItsPlace(String id) {
    browser.open(site.resolve("en/policy/index.html"));
    browser.click("#" + id + " button.link");
    String link = browser.driver().getCurrentUrl();

    browser.driver().get("about:blank");
    browser.driver().get(link);
    new WebDriverWait(browser.driver(), Duration.ofSeconds(10))
        .until(driver -> top("#" + id) < 300);

    assertThat(link).contains("at=" + id);
    assertThat(top("#" + id)).isGreaterThan(-5);
  }

  @Test
  void aMapsMeasureAndPeriodAndATablesOrderStandInTheLink() {
    browser.open(
        site.resolve("en/policy/index.html"),
        "#?measure=domain%3ASTR&period=2024-Q2&sort-regions-table=0d");

    assertThat(browser.one("select.measure").getDomProperty("value")).isEqualTo("domain:STR");
    assertThat(browser.one("figure.tilemap output").getText()).isEqualTo("2024-Q2");
    assertThat(texts("#regions-table tbody td:first-child"))
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  private static double top(String css) {
    return ((Number)
            browser
                .driver()
                .executeScript(
                    "return document.querySelector(arguments[0]).getBoundingClientRect().top", css))
        .doubleValue();
  }

  private static List<String> texts(String css) {
    return browser.all(css).stream().map(WebElement::getText).toList();
  }

  /** Types words and waits for the search to have looked through all there is. */
  private static List<String> find(String words) {
    WebElement input = browser.one(".find input");
    input.clear();
    browser.driver().executeScript("document.querySelector('.found').hidden = true");
    input.sendKeys(words);
    new WebDriverWait(browser.driver(), Duration.ofSeconds(10))
        .until(driver -> browser.one(".found").isDisplayed());
    return texts(".found li");
  }
}
