package com.example.orderflow.orchestration.page;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Somebody sits in front of the page, in one browser for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtThePage {
  @TestHTTPResource URI url;

  LivePage page;
  Orders orders;

  @BeforeAll
  void startBrowser() {
    page = new LivePage();
  }

  @AfterAll
  void endBrowser() {
    if (page != null) {
      page.close();
    }
  }

  @BeforeEach
  void sitDown() {
    orders = new Orders(url);
    page.onScreen(1440, 900, Scheme.LIGHT);
  }

  @AfterEach
  void fallSilent() {
    orders.close();
  }
}
