package com.example.orderflow.orchestration.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;

/** The words in which the tests use the page, as a person does. */
final class LivePage implements AutoCloseable {
  /** Where the pictures of the documentation go, when {@code -Dscreenshots} asks for them. */
  private static final Path PICTURES = Path.of("../docs/images");

  private static final String NOTHING_LIGHTS_UP =
      "return document.getAnimations().every(one => one.animationName !== 'light')";

  private final ChromeDriver browser = Chromium.start();

  /** How large the screen is, and what its owner likes. */
  LivePage onScreen(int width, int height, Scheme scheme) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme.id()))));
    return this;
  }

  void open(URI service) {
    // Not only another fragment of the page before.
    browser.get("about:blank");
    browser.get(service.toString());
    soon(() -> assertThat(has("#status[data-state=live]")).isTrue());
  }

  void openAt(URI service, String orderId) {
    open(service.resolve("/#/orders/" + orderId));
    soon(() -> assertThat(has(".pipeline")).isTrue());
  }

  void filterByWiring(String wiring) {
    new Select(find("#filter-wiring")).selectByVisibleText(wiring);
  }

  void filterByState(String state) {
    new Select(find("#filter-state")).selectByVisibleText(state);
  }

  /** The state that the list shows for an order; fails while it shows none. */
  String listedState(String orderId) {
    return find(".row[data-order='%s'] .state".formatted(orderId)).getText();
  }

  /** Ids of the orders on the screen, from top to bottom. */
  List<String> listed() {
    return strings(
        """
        return [...document.querySelectorAll('.row')]
          .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex).map(row => row.dataset.order)""");
  }

  /** Statuses of the steps in the drawing, first to last. */
  List<String> steps() {
    return strings(
        """
        return ['accept', 'validate', 'pay', 'ship', 'refund']
          .map(step => document.querySelector(`.step.${step}`)?.classList[2]).filter(Boolean)""");
  }

  /** Whether the arrow of the compensation ends left of where it begins. */
  boolean refundLeadsBack() {
    return holds(
        """
        const path = document.querySelector('.link.back[marker-end]');
        return path.getPointAtLength(path.getTotalLength()).x < path.getPointAtLength(0).x""");
  }

  /** As of one moment: the page may draw it anew between two questions. */
  List<String> timeline() {
    return strings(
        "return [...document.querySelectorAll('.timeline strong')].map(one => one.innerText.trim())");
  }

  String text(String selector) {
    return (String)
        browser.executeScript(
            "return document.querySelector(arguments[0]).innerText.trim()", selector);
  }

  WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  boolean has(String selector) {
    return !browser.findElements(By.cssSelector(selector)).isEmpty();
  }

  boolean shows(String selector) {
    return (Boolean)
        browser.executeScript(
            "return document.querySelector(arguments[0]).checkVisibility()", selector);
  }

  /** On whatever has the focus. */
  void press(CharSequence... keys) {
    new Actions(browser).sendKeys(keys).perform();
  }

  /** Tab, until what this selector names has the focus. */
  void tabTo(String selector) {
    for (int tabs = 0; tabs < 60; tabs++) {
      if (holds("return document.activeElement?.matches('%s') ?? false".formatted(selector))) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("Tab does not come to " + selector);
  }

  /** Instead of what stands there. */
  void type(String selector, String text) {
    find(selector).clear();
    find(selector).sendKeys(text);
  }

  boolean holds(String script) {
    return (Boolean) browser.executeScript(script);
  }

  long number(String script) {
    return ((Number) browser.executeScript(script)).longValue();
  }

  @SuppressWarnings("unchecked")
  List<String> strings(String script) {
    return (List<String>) browser.executeScript(script);
  }

  /** What the browser wrote to its console: errors of scripts, breaches of the policy. */
  List<String> console() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(Object::toString)
        .toList();
  }

  List<String> accessibilityViolations() throws IOException {
    return Axe.violations(browser);
  }

  /** Waits for what takes a moment: events that are on their way, a browser that draws. */
  static void soon(ThrowingRunnable check) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .untilAsserted(check);
  }

  /** A picture for the documentation. */
  void photograph(String name) throws IOException {
    if (System.getProperty("screenshots") != null) {
      Files.createDirectories(PICTURES);
      soon(() -> assertThat(holds(NOTHING_LIGHTS_UP)).isTrue());
      Files.write(
          PICTURES.resolve(name + ".png"),
          Picture.small(browser.getScreenshotAs(OutputType.BYTES)));
    }
  }

  @Override
  public void close() {
    browser.quit();
  }
}
