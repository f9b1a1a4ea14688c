package com.example.orderflow.localplatform.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "retried: 404, 408, 409, 429, every 5xx"; the rest is "dead letter at once". */
class RetryTableTest {

  @ParameterizedTest
  @ValueSource(ints = {404, 408, 409, 429, 500, 501, 502, 503, 504, 505, 511, 599})
  void isTriedAgain(int status) {
    assertThat(RetryTable.again(status)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 405, 410, 413, 415, 418, 422, 425})
  void isNotTriedAgain(int status) {
    assertThat(RetryTable.again(status)).isFalse();
  }
}
