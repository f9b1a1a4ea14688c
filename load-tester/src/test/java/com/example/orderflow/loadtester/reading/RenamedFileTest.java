package com.example.orderflow.loadtester.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.loadtester.Ending;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamedFileTest {
  private static final String SAMPLE =
      """
      {"expected":{"outcome":"shipped"},\
      "order":{"orderId":"a","lines":[{"quantity":1,"unitPrice":9223372036854775807}],"gift":1.50}}
      """;

  @Test
  void anOrderUnderAnotherIdIsTheSameOtherwise() throws IOException {
    OutgoingOrder order = renamed(SAMPLE, "-chain").getFirst();

    assertThat(order.orderId()).isEqualTo("a-chain");
    assertThat(order.eventId()).isEqualTo(EventIds.ofOrder("a-chain"));
    assertThat(order.expected().orElseThrow().outcome()).isEqualTo(Ending.SHIPPED);
    assertThat(order.data())
        .isEqualTo(
            "{\"orderId\":\"a-chain\",\"lines\":[{\"quantity\":1,\"unitPrice\":9223372036854775807}],\"gift\":1.50}");
  }

  @Test
  void everyOrderIsThere() throws IOException {
    assertThat(renamed("{\"orderId\":\"a\",\"lines\":[]} {\"orderId\":\"b\",\"lines\":[]}", "-x"))
        .extracting(OutgoingOrder::orderId)
        .containsExactly("a-x", "b-x");
  }

  private static List<OutgoingOrder> renamed(String text, String suffix) throws IOException {
    OrderFile file =
        JsonOrderFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<OutgoingOrder> read = new ArrayList<>();
    try (Orders orders = new RenamedFile(file, suffix).orders()) {
      orders.forEachRemaining(read::add);
    }
    return read;
  }
}
