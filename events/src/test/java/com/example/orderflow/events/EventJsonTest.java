package com.example.orderflow.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  private static final ObjectMapper MAPPER = EventJson.mapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'orderId':'a','lines':[],'orderId':'b'}",
        "{'orderId':'a','lines':[]} {}",
        "{'orderId':'a','lines':[]}]",
        "{'orderId':'a','lines':[]",
        "{'orderId':'a','lines':[],}",
        "{'orderId':'a','lines':[{'quantity':6.0,'unitPrice':1}]}",
        "{'orderId':'a','lines':[{'quantity':6e0,'unitPrice':1}]}",
        "{'orderId':'a','lines':[{'quantity':NaN,'unitPrice':1}]}",
        "{'orderId':'a','lines':[{'quantity':06,'unitPrice':1}]}",
        "{'orderId':'a','lines':{'0':{'quantity':6,'unitPrice':1}}}",
        "[{'orderId':'a','lines':[]}]",
        "{'orderId':'a\\n','lines':[]}",
        "'a'",
        ""
      })
  void whatIsNotExactlyAnOrderIsRefused(String json) {
    assertThatThrownBy(() -> order(json)).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() throws JsonProcessingException {
    assertThat(order("{'orderId':'a','lines':[],'giftWrap':{'paper':'red'}}").orderId())
        .isEqualTo("a");
  }

  @Test
  void decimalsKeepTheirDigits() throws JsonProcessingException {
    String digits = "[1.50,12345678901234567.890]";

    assertThat(MAPPER.readTree(digits)).hasToString(digits);
  }

  @Test
  void aRefusalQuotesTheValueAndTheRule() {
    assertThatThrownBy(() -> order("{'orderId':'a/b','lines':[]}"))
        .hasMessageContaining("orderId: \"a/b\" is not 1 to 64 of A-Z a-z 0-9 . _ : -");
  }

  @Test
  void aMapperOfAFrameworkGetsTheSameRules() {
    ObjectMapper theirs = EventJson.strict(new ObjectMapper());

    assertThatThrownBy(() -> theirs.readValue("{\"sku\":\"a\",\"quantity\":\"1\"}", Item.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void aLongValueOfAViolationIsCut() {
    assertThat(new Violation("sku", "x".repeat(200), "rule").value())
        .hasSize(Violation.LONGEST_VALUE)
        .endsWith("…");
  }

  private static Order order(String json) throws JsonProcessingException {
    return MAPPER.readValue(json.replace('\'', '"'), Order.class);
  }
}
