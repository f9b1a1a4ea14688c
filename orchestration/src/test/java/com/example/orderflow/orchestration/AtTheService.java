package com.example.orderflow.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that speaks with the service, and tells it on the topics what the pipeline says. */
public abstract class AtTheService {
  @TestHTTPResource protected URI url;

  protected Api api;
  protected Told told;

  @BeforeEach
  void speak() {
    api = new Api(url);
    told = new Told();
  }

  @AfterEach
  void fallSilent() {
    told.close();
  }

  /** What the service has noted about an order, of this type. */
  protected List<JsonNode> marks(String orderId, String type) {
    return api.get("/orders/" + orderId + "/events")
        .body()
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("type").asText().equals(type))
        .toList();
  }
}
