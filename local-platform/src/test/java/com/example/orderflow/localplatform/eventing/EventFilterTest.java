package com.example.orderflow.localplatform.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.localplatform.eventing.EventFilter.All;
import com.example.orderflow.localplatform.eventing.EventFilter.Any;
import com.example.orderflow.localplatform.eventing.EventFilter.CeSql;
import com.example.orderflow.localplatform.eventing.EventFilter.Exact;
import com.example.orderflow.localplatform.eventing.EventFilter.Not;
import com.example.orderflow.localplatform.eventing.EventFilter.Prefix;
import com.example.orderflow.localplatform.eventing.EventFilter.Suffix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilterTest {
  private static final Event EVENT =
      new Event(
          Map.of(
              "specversion", "1.0",
              "id", "1",
              "source", "/shop",
              "type", "com.example.order.created",
              "subject", "order 7",
              "country", "GB"),
          null);

  @Test
  void aTriggerWithoutAFilterGetsEveryEvent() {
    assertThat(EventFilter.EVERY_EVENT.matches(EVENT)).isTrue();
  }

  @Test
  void exactWantsTheWholeValueOfEveryAttribute() {
    assertThat(new Exact(Map.of("country", "GB", "source", "/shop")).matches(EVENT)).isTrue();
    assertThat(new Exact(Map.of("country", "GB", "source", "/sho")).matches(EVENT)).isFalse();
  }

  @Test
  void anEmptyValueMatchesAnyEvent() {
    assertThat(new Exact(Map.of("country", "")).matches(EVENT)).isTrue();
    assertThat(new Exact(Map.of("absent", "")).matches(EVENT)).isTrue();
  }

  @Test
  void anAttributeThatTheEventDoesNotHaveNeverMatches() {
    assertThat(new Exact(Map.of("absent", "x")).matches(EVENT)).isFalse();
    assertThat(new Prefix(Map.of("absent", "x")).matches(EVENT)).isFalse();
    assertThat(new Suffix(Map.of("absent", "x")).matches(EVENT)).isFalse();
  }

  @Test
  void prefixWantsTheBeginning() {
    assertThat(new Prefix(Map.of("type", "com.example.")).matches(EVENT)).isTrue();
    assertThat(new Prefix(Map.of("type", "example.")).matches(EVENT)).isFalse();
  }

  @Test
  void suffixWantsTheEnd() {
    assertThat(new Suffix(Map.of("type", ".created")).matches(EVENT)).isTrue();
    assertThat(new Suffix(Map.of("type", ".order")).matches(EVENT)).isFalse();
  }

  @Test
  void allAnyAndNotCombine() {
    var yes = new Exact(Map.of("country", "GB"));
    var no = new Exact(Map.of("country", "FR"));

    assertThat(new All(List.of(yes, yes)).matches(EVENT)).isTrue();
    assertThat(new All(List.of(yes, no)).matches(EVENT)).isFalse();
    assertThat(new Any(List.of(no, yes)).matches(EVENT)).isTrue();
    assertThat(new Any(List.of(no, no)).matches(EVENT)).isFalse();
    assertThat(new Not(no).matches(EVENT)).isTrue();
    assertThat(new Not(yes).matches(EVENT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type LIKE 'com.example.%'",
        "country IN ('GB', 'IE') AND subject = 'order 7'",
        "EXISTS country",
        "NOT EXISTS absent",
        "NOT (absent = 'x')",
      })
  void cesqlMatches(String expression) {
    assertThat(new CeSql(expression).matches(EVENT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"country = 'FR'", "absent = 'x'", "country + 1 = 2", "subject"})
  void cesqlDoesNotMatch(String expression) {
    assertThat(new CeSql(expression).matches(EVENT)).isFalse();
  }

  @Test
  void anExpressionThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new CeSql("country ="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("country =");
  }
}
