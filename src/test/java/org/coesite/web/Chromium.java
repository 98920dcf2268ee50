package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium, and a person in front of it. */
final class Chromium implements AutoCloseable {

  static final Duration LONG = Duration.ofMinutes(2);

  /** Pictures of what was seen; those of the README are chosen from them. */
  private static final Path PICTURES = Path.of("target/pictures");

  private final TestServer server;
  private final ChromeDriver driver;

  Chromium(TestServer server) {
    this.server = server;
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        // Draws in three dimensions without a graphics card.
        "--enable-unsafe-swiftshader");
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build(),
            options);
    resize(1280, 900);
  }

  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void useColours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void signOn() {
    open("/login");
    see("#username").sendKeys(TestServer.ADMINISTRATOR);
    see("#password").sendKeys(TestServer.PASSWORD);
    see("button[type=submit]").click();
    see("main h1");
  }

  void open(String path) {
    driver.get(server.address(path).toString());
  }

  void reload() {
    driver.navigate().refresh();
  }

  String path() {
    return driver.getCurrentUrl().replaceFirst("https?://[^/]+", "");
  }

  /** The first element that fits and can be seen, once there is one. */
  WebElement see(String selector) {
    return await("to see " + selector)
        .atMost(LONG)
        .ignoreExceptions()
        .until(
            () ->
                driver.findElements(By.cssSelector(selector)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst(),
            found -> found.isPresent())
        .orElseThrow();
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  void awaitText(String selector, String text) {
    await("%s to say %s".formatted(selector, text))
        .atMost(LONG)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(see(selector).getText()).contains(text));
  }

  /** A number that a picture carries about what it shows, for example its points. */
  int figure(String selector, String name) {
    String text = driver.findElement(By.cssSelector(selector)).getDomAttribute("data-" + name);
    return text == null ? 0 : Integer.parseInt(text);
  }

  void awaitFigure(String selector, String name, int atLeast) {
    await("%d %s in %s".formatted(atLeast, name, selector))
        .atMost(LONG)
        .ignoreExceptions()
        .until(() -> figure(selector, name) >= atLeast);
  }

  /** Puts a text in place of what a field holds. */
  void type(String selector, String text) {
    WebElement field = see(selector);
    field.clear();
    field.sendKeys(text);
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Clicks at a place of an element, in pixels from its upper left corner. */
  void clickAt(String selector, double x, double y) {
    Map<?, ?> corner =
        (Map<?, ?>)
            run(
                "const e = document.querySelector(arguments[0]); e.scrollIntoView({block: 'center'});"
                    + " const r = e.getBoundingClientRect(); return {x: r.x, y: r.y}",
                selector);
    double left = ((Number) corner.get("x")).doubleValue() + x;
    double top = ((Number) corner.get("y")).doubleValue() + y;
    for (String kind : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      driver.executeCdpCommand(
          "Input.dispatchMouseEvent",
          Map.of("type", kind, "x", left, "y", top, "button", "left", "clickCount", 1));
    }
  }

  /** How many colours a part of the page shows. */
  int colours(String selector) throws IOException {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(see(selector).getScreenshotAs(OutputType.BYTES)));
    Set<Integer> colours = new HashSet<>();
    for (int x = 4; x < image.getWidth() - 4; x++) {
      for (int y = 4; y < image.getHeight() - 4; y++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours.size();
  }

  /** Keeps what can be seen as a picture. */
  void picture(String name) throws IOException {
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Errors that the browser wrote to its console since it was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().equals(Level.SEVERE))
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What people with a keyboard or a screen reader could not use or read, by rule and element. */
  List<String> barriers() {
    return new AxeBuilder()
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
            .analyze(driver)
            .getViolations()
            .stream()
            .map(Chromium::words)
            .toList();
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList();
  }

  /** Ids of the elements that the Tab key leads to, as far as they have one. */
  List<String> tabbed(int steps) {
    List<String> ids = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      driver.executeCdpCommand(
          "Input.dispatchKeyEvent",
          Map.of("type", "rawKeyDown", "key", "Tab", "code", "Tab", "windowsVirtualKeyCode", 9));
      ids.add(String.valueOf(run("return document.activeElement.id")));
    }
    return ids;
  }

  /** Whether the page is wider than the window. */
  boolean overflows() {
    return (Boolean)
        run("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
