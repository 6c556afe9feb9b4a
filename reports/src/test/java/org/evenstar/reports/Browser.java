package org.evenstar.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium that opens pages from disk and tells what they asked for and complained of.
 */
public final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page[^s]");

  /** Entries that the browser kept from before the question come with {@code buffered}. */
  private static final String LOADING =
      """
      const done = arguments[0];
      const moved = (e) => (e.hadRecentInput ? 0 : e.value);
      const kept = (type, take, wait) => new Promise((tell) => {
        new PerformanceObserver((list, own) => { own.disconnect(); tell(take(list.getEntries())); })
          .observe({ type, buffered: true });
        setTimeout(() => tell(take([])), wait);
      });
      const head = [...document.querySelectorAll('head script, head link[rel~="stylesheet"]')]
        .filter((e) => !e.defer && !e.async && e.media !== 'print');
      Promise.all([
        kept('paint', (all) => Math.max(0, ...all.map((e) => e.startTime)), 2000),
        kept('layout-shift', (all) => all.reduce((sum, e) => sum + moved(e), 0), 120),
        kept('longtask', (all) => Math.max(0, ...all.map((e) => e.duration)), 120),
      ]).then(([paint, shift, longest]) =>
        done({ paint, shift, longest, blocking: head.map((e) => e.src || e.href) }));
      """;

  private final ChromeDriver driver;

  private Browser(Path profile, Path downloads) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toString()));
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
  }

  /** Whether this machine has a browser to test in. */
  public static boolean isInstalled() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  /** Starts a browser with a profile and a download folder of its own inside the given folder. */
  public static Browser start(Path folder) {
    return new Browser(folder.resolve("profile"), folder.resolve("downloads"));
  }

  /** The driver itself, for what this class does not do. */
  public ChromeDriver driver() {
    return driver;
  }

  /**
   * How a page came to be seen.
   *
   * @param paint milliseconds from the start of the navigation to the first content
   * @param shift cumulative layout shift: 0 when nothing moved
   * @param longest milliseconds of the longest task above 50; 0 when there was none
   * @param blocking addresses of scripts and styles that a first paint waits for
   */
  public record Loading(double paint, double shift, double longest, List<String> blocking) {
    public Loading {
      blocking = List.copyOf(blocking);
    }
  }

  /** Opens a file and draws every chart. */
  public void open(Path file) {
    open(file, "");
  }

  /** Opens a file as a reader does: what is out of sight is drawn later. */
  public void visit(Path file) {
    driver.get("about:blank");
    driver.get(file.toUri().toString());
  }

  void open(Path file, String fragment) {
    driver.get("about:blank");
    driver.get(file.toUri() + fragment);
    draw();
  }

  /** Draws every chart of the open page. */
  public void draw() {
    driver.executeScript("if (window.Evenstar && Evenstar.drawAll) Evenstar.drawAll();");
  }

  /** The window, in points. */
  public void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** {@code light} or {@code dark}, as the reader's system asks for. */
  public void scheme(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  WebElement one(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** Brings an element into the middle of the window and clicks it. */
  void click(String css) {
    WebElement element = one(css);
    driver.executeScript(
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    element.click();
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Errors and warnings of the console since the last call. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Addresses asked for since the last call that are neither files nor in the page itself. */
  public List<String> outsideRequests() {
    Pattern sent =
        Pattern.compile(
            "\"method\":\"Network\\.requestWillBeSent\".*?\"url\":\"((?:https?|wss?):[^\"]*)");
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> sent.matcher(entry.getMessage()))
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1))
        .toList();
  }

  /** Serious and critical findings of axe-core on the open page: rule and first element. */
  public List<String> violations() {
    return violations("");
  }

  /** The same for what colours alone may spoil, after another scheme was chosen. */
  public List<String> violationsOfColour() {
    return violations(", runOnly: {type: 'tag', values: ['cat.color']}");
  }

  private List<String> violations(String more) {
    driver.executeScript(Axe.SCRIPT);
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[0]; axe.run({preload: false, selectors: false, resultTypes:"
                + " ['violations']"
                + more
                + "}).then(r => done("
                + "r.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
                + ".map(v => v.id + ': ' + v.nodes[0].html)), e => done(['' + e]));");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** Elements that make the open page wider than its window; boxes that scroll may hold wider. */
  public List<String> stickingOut() {
    return texts(
        "const wide = document.documentElement.scrollWidth > innerWidth; return !wide ? [] :"
            + " [...document.body.querySelectorAll('*')].filter(e => !e.closest('.scroll') &&"
            + " e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0,"
            + " 120));");
  }

  /** All that is read or heard of the open page, but for the name of the other language. */
  public List<String> words() {
    return texts(
        "const out = new Set(); const walk = document.createTreeWalker(document.body,"
            + " NodeFilter.SHOW_TEXT); while (walk.nextNode()) { const n = walk.currentNode;"
            + " if (!n.parentElement.closest('script, .language')) out.add(n.data.trim()); }"
            + " document.querySelectorAll('[aria-label], [data-tip], [placeholder], [title]')"
            + ".forEach(e => ['aria-label', 'data-tip', 'placeholder', 'title'].forEach(a =>"
            + " e.hasAttribute(a) && out.add(e.getAttribute(a).trim())));"
            + " out.delete(''); return [...out];");
  }

  private List<String> texts(String script) {
    List<?> found = (List<?>) Objects.requireNonNull(driver.executeScript(script));
    return found.stream().map(String::valueOf).toList();
  }

  /** How the open page came to be seen. */
  public Loading loading() {
    Map<?, ?> told = (Map<?, ?>) Objects.requireNonNull(driver.executeAsyncScript(LOADING));
    return new Loading(
        number(told, "paint"),
        number(told, "shift"),
        number(told, "longest"),
        ((List<?>) Objects.requireNonNull(told.get("blocking")))
            .stream().map(String::valueOf).toList());
  }

  private static double number(Map<?, ?> told, String key) {
    return ((Number) Objects.requireNonNull(told.get(key))).doubleValue();
  }

  /** The script of axe-core, read once. */
  private static final class Axe {
    private static final String SCRIPT = read();

    private static String read() {
      try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
        return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Saves what the window shows, or the whole page. */
  public void screenshot(Path file, boolean whole) {
    Object data =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole))
            .get("data");
    write(file, Base64.getDecoder().decode(String.valueOf(data)));
  }

  /** Prints to A4 and gives the number of pages. */
  public int print(Path file) {
    Object data =
        driver
            .executeCdpCommand(
                "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
            .get("data");
    byte[] pdf = Base64.getDecoder().decode(String.valueOf(data));
    write(file, pdf);
    return (int) PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
