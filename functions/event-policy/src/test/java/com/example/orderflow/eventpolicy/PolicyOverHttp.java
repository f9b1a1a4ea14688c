package com.example.orderflow.eventpolicy;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.PolicyRow;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.EventType;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpRequest;

/** What the policy tests send, and how they look at the answer. */
abstract class PolicyOverHttp {

  static final TestEvent ORDER = TestEvent.sample(EventType.ORDER_CREATED);

  /** The function here has no answer to it. */
  static final TestEvent REFUND = TestEvent.sample(EventType.PAYMENT_REFUNDED);

  @TestHTTPResource("/")
  URI function;

  Answer sendBinary(TestEvent event) {
    return Answer.to(event.binary(function));
  }

  Answer sendStructured(TestEvent event) {
    return Answer.to(event.structured(function));
  }

  Answer from(String customer) {
    return sendBinary(ORDER.withData("customerId", customer));
  }

  String metrics() {
    return Answer.to(HttpRequest.newBuilder(function.resolve("/q/metrics")).build())
        .response()
        .body();
  }

  static String count(String outcome, String type) {
    return "orderflow_events_seconds_count{function=\"event-policy\",outcome=\"%s\",type=\"%s\"}"
        .formatted(outcome, type);
  }

  void assertAnswered(PolicyRow row) {
    row.assertAnsweredBy(function);
  }

  static void assertProblem(Answer answer, int status, String reason) {
    answer.assertProblem(status, reason);
  }
}
