package com.example.orderflow.orchestration.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The browser of this machine, without a window. {@code ./orderflow test} installs it. */
final class Chromium {
  static final String MISSING =
      "chromium and chromedriver are not in PATH. ./orderflow test installs them where it may;"
          + " elsewhere: apt-get install chromium chromium-driver";

  private Chromium() {}

  /** Named by the tests' condition. */
  static boolean isInstalled() {
    return browser().isPresent() && driver().isPresent();
  }

  static ChromeDriver start() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser().orElseThrow().toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--lang=en-GB");
    LoggingPreferences console = new LoggingPreferences();
    console.enable(LogType.BROWSER, java.util.logging.Level.WARNING);
    options.setCapability(ChromeOptions.LOGGING_PREFS, console);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver().orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(service, options);
  }

  private static Optional<Path> browser() {
    return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        .flatMap(name -> inPath(name).stream())
        .findFirst();
  }

  private static Optional<Path> driver() {
    return inPath("chromedriver");
  }

  private static Optional<Path> inPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
