package org.evenstar.reports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the site of an identified release in a real browser; skipped where there is none. */
@SuppressWarnings("NullAway.Init")
abstract class SiteInBrowser {
  static final int WIDTH = 1280;
  static final int HEIGHT = 900;

  @TempDir static Path folder;
  static Path site;
  static Browser browser;

  @BeforeAll
  static void open() {
    assumeTrue(Browser.isInstalled());
    Path release = ReleaseFixture.identified(folder.resolve("r0007"));
    site =
        SiteBuilder.build(release, folder.resolve("site"), ReportOptions.in("zh"))
            .entry()
            .getParent();
    browser = Browser.start(folder);
    browser.size(WIDTH, HEIGHT);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** What a script gives back on the page that is open. */
  static Object script(String script) {
    return browser.driver().executeScript(script);
  }
}
