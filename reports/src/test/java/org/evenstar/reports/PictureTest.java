package org.evenstar.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.w3c.dom.Document;

/** Figures as pictures, on paper, and readable in light and dark. */
class PictureTest extends SiteInBrowser {
  /** Least contrast of words against the paper that they stand on (WCAG 2.2, 1.4.3). */
  private static final double LEAST_CONTRAST = 4.5;

  private static final String CONTRASTS =
      """
      const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
      const light = (colour) => {
        const [r, g, b] = parts(colour).slice(0, 3).map((c) => c / 255)
          .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = light(getComputedStyle(document.body).backgroundColor);
      return [...document.querySelectorAll('.plot svg text')].map((text) => {
        const ink = light(getComputedStyle(text).fill);
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      });
      """;

  @ParameterizedTest
  @CsvSource({
    "en/association/index.html, severity-chart, NOT IDENTIFIED",
    "zh/association/index.html, pairs-matrix, CESI",
    "en/association/index.html, histogram-chart-CCID-3, threshold 0.80",
    "zh/policy/index.html, region-map, 湖南",
    "en/policy/index.html, heat-indicator, HN",
    "en/policy/region-430000.html, trend, 2024-Q2"
  })
  void aPictureSaysWhatItIsByItself(String page, String id, String word) throws Exception {
    browser.open(site.resolve(page));

    String markup = String.valueOf(script("return Evenstar.picture('" + id + "')"));
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(markup.getBytes(StandardCharsets.UTF_8)));
    String said = picture.getDocumentElement().getTextContent().replaceAll("\\s+", " ");

    assertThat(said)
        .contains(
            String.valueOf(
                script(
                    "return document.querySelector('#"
                        + id
                        + " h3, #"
                        + id
                        + " caption .name').textContent")))
        .contains("n = ", "r0007", "CN-SME-SVC 0.1-inferred", word);
    assertThat(markup).doesNotContain("var(--", "<script");
  }

  @Test
  void theWholeStandingOfAnInstitutionIsAPictureToo() throws IOException {
    browser.open(privatePage());

    assertThat(String.valueOf(script("return Evenstar.picture('standing-range')")))
        .contains("n = ", "r0007", "class=\"band\"", "fill=\"rgb(");
  }

  @Test
  void aPictureIsDownloadedAsPng() {
    browser.open(site.resolve("en/policy/index.html"));

    browser.click("#region-map button.png");

    Path file = folder.resolve("downloads/region-map.png");
    new WebDriverWait(browser.driver(), Duration.ofSeconds(30)).until(driver -> Files.exists(file));
    assertThat(file.toFile().length()).isGreaterThan(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void wordsInChartsStandOutFromThePaper(String scheme) {
    browser.scheme(scheme);
    for (String page : List.of("association/index.html", "policy/region-430000.html")) {
      browser.open(site.resolve("en").resolve(page));

      assertThat((List<?>) script(CONTRASTS))
          .as(page + " " + scheme)
          .hasSizeGreaterThan(20)
          .allSatisfy(
              contrast ->
                  assertThat(((Number) contrast).doubleValue())
                      .isGreaterThanOrEqualTo(LEAST_CONTRAST));
    }
    browser.scheme("light");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aBriefingPrintsOnTwoSheetsAtMost(String language) throws IOException {
    for (Path page : longestBriefings(language)) {
      browser.open(page);
      assertThat(browser.print(folder.resolve("briefing.pdf"))).as(page.toString()).isBetween(1, 2);
    }
    assertThat(browser.complaints()).isEmpty();
  }

  private static List<Path> longestBriefings(String language) throws IOException {
    try (Stream<Path> pages = Files.list(site.resolve(language).resolve("policy"))) {
      return pages
          .filter(page -> page.getFileName().toString().startsWith("briefing-"))
          .sorted(Comparator.comparingLong((Path page) -> -page.toFile().length()))
          .limit(3)
          .toList();
    }
  }

  private static Path privatePage() throws IOException {
    try (Stream<Path> pages = Files.list(site.resolve("en/institution"))) {
      return pages.filter(page -> !page.endsWith("index.html")).findFirst().orElseThrow();
    }
  }
}
