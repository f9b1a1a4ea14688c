package com.example.orderflow.contracttests;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** All tests of a class share one platform, which starts on an empty folder. */
abstract class OnOnePlatform {
  @TempDir static Path data;
  static PlatformUnderTest platform;
  static Client client;

  @BeforeAll
  static void startPlatform() {
    platform = PlatformUnderTest.on(data);
    client = platform.client();
  }

  @AfterAll
  static void stopPlatform() {
    platform.close();
  }
}
