package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.Violation;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.IntakeConfig;
import com.example.orderflow.orchestration.intake.OrderReader;
import com.example.orderflow.orchestration.intake.OrderReading;
import com.example.orderflow.orchestration.intake.OrderRequest;
import com.example.orderflow.orchestration.pipeline.Pipelines;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a request for an order has to keep to, whether it comes as an order or as an event. */
@Singleton
final class IntakeRules {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final String WIRING = "wiring";

  /** A regular expression. */
  static final String KEY = "[ -~]{1,200}";

  private static final Pattern KEY_PATTERN = Pattern.compile(KEY);
  private static final String KEY_RULE = "1 to 200 printable ASCII characters";

  /** W3C Trace Context, version 00. */
  private static final Pattern TRACE_PARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private final OrderReader reader;
  private final Pipelines pipelines;

  IntakeRules(OrderReader reader, Pipelines pipelines) {
    this.reader = reader;
    this.pipelines = pipelines;
  }

  /** Before the first order is accepted that nobody would take on. */
  void checkDefault(@Observes StartupEvent startup, IntakeConfig config) {
    if (!pipelines.wirings().contains(config.defaultWiring())) {
      throw new IllegalStateException(
          "orderflow.intake.default-wiring: %s is not %s"
              .formatted(config.defaultWiring().id(), wiringRule()));
    }
  }

  /**
   * The order in this body.
   *
   * @param wiring null for none
   * @param key null for none
   * @throws Refused with every violation at once, those of wiring and key among them
   */
  OrderRequest check(byte[] body, String wiring, String key) {
    List<Violation> violations = new ArrayList<>();
    if (wiring != null && wiring(wiring).filter(pipelines.wirings()::contains).isEmpty()) {
      violations.add(new Violation(WIRING, wiring, wiringRule()));
    }
    if (key != null && !KEY_PATTERN.matcher(key).matches()) {
      violations.add(new Violation(IDEMPOTENCY_KEY, key, KEY_RULE));
    }
    return switch (reader.read(body)) {
      case OrderReading.Broken broken -> throw malformed("body: not JSON: " + broken.where());
      case OrderReading.Misshapen misshapen -> {
        violations.addAll(misshapen.violations());
        throw malformed(violations);
      }
      case OrderReading.Read read -> {
        if (!violations.isEmpty()) {
          throw malformed(violations);
        }
        yield read.order();
      }
    };
  }

  static Optional<Wiring> wiring(String id) {
    return Optional.ofNullable(id).flatMap(Wiring::of);
  }

  /** Null for what is no trace: it must not make an order fail. */
  static String traceparent(String value) {
    return value != null && TRACE_PARENT.matcher(value).matches() ? value : null;
  }

  static Refused malformed(List<Violation> violations) {
    String first = violations.getFirst().field();
    String detail =
        violations.size() == 1
            ? "%s breaks its rule.".formatted(first)
            : "%d rules are broken, the first by %s.".formatted(violations.size(), first);
    return new Refused(Problem.of(ProblemType.MALFORMED, detail, violations));
  }

  static Refused malformed(String detail) {
    return new Refused(Problem.of(ProblemType.MALFORMED, detail));
  }

  private String wiringRule() {
    return pipelines.wirings().stream()
        .map(Wiring::id)
        .collect(Collectors.joining(", ", "one of ", ""));
  }
}
