package com.example.orderflow.validateorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.eventpolicy.testing.Answer;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.EventType;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ValidateOrderFunctionTest {

  private static final TestEvent ORDER = TestEvent.sample(EventType.ORDER_CREATED);
  private static final TestEvent SAMPLE_ANSWER = TestEvent.sample(EventType.ORDER_VALIDATED);

  @TestHTTPResource("/")
  URI function;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aGoodOrderIsAnsweredWithTheSampleOfAValidatedOne(boolean binary) {
    Answer answer = Answer.to(binary ? ORDER.binary(function) : ORDER.structured(function));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.attribute("type")).isEqualTo(EventType.ORDER_VALIDATED.type());
    assertThat(answer.attribute("id")).isEqualTo(SAMPLE_ANSWER.id());
    assertThat(answer.data()).isEqualTo(SAMPLE_ANSWER.data());
  }

  @Test
  void aBadOrderIsAnsweredWithARejectionAndThatIsNoFailure() {
    Answer answer = Answer.to(ORDER.withData("lines/0/quantity", -6).binary(function));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.attribute("type")).isEqualTo(EventType.ORDER_REJECTED.type());
    assertThat(answer.data()).isEqualTo(TestEvent.sample(EventType.ORDER_REJECTED).data());
  }

  @Test
  void theNextFunctionsEventIsRefused() {
    assertThat(Answer.to(SAMPLE_ANSWER.binary(function)).status()).isEqualTo(422);
  }
}
