package com.example.orderflow.contracttests.containers;

import com.example.orderflow.eventpolicy.testing.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** All classes share the same containers, which start with the first and end with the last. */
@ExtendWith(OnContainers.Starting.class)
abstract class OnContainers {
  static RunningContainers containers;

  static int status(URI uri) {
    return status(HttpRequest.newBuilder(uri).build());
  }

  static int status(HttpRequest request) {
    return Answer.to(request).status();
  }

  /** Keeps the containers for the whole run; what the root keeps is closed at its end. */
  static final class Starting implements BeforeAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(OnContainers.class);

    @Override
    public void beforeAll(ExtensionContext context) {
      containers =
          context
              .getRoot()
              .getStore(NAMESPACE)
              .computeIfAbsent(
                  RunningContainers.class,
                  key -> RunningContainers.start(),
                  RunningContainers.class);
    }
  }
}
