package com.example.orderflow.loadtester.peers;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.sending.Copy;
import com.example.orderflow.loadtester.sending.Entrance;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sample orders as HTTP requests with an order.created each, as a Broker sends it. */
final class SampleRequests {
  private static final Entrance ENTRANCE =
      new Entrance.Function(EventType.Source.VALIDATE_ORDER, Optional.empty());
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private SampleRequests() {}

  static List<Buffer> in(Path folder) throws IOException {
    List<Buffer> requests = new ArrayList<>();
    try (Orders orders = JsonOrderFile.read(folder).orders()) {
      orders.forEachRemaining(order -> requests.add(request(order)));
    }
    return requests;
  }

  private static Buffer request(OutgoingOrder order) {
    byte[] body = order.data().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\nhost: localhost\r\n");
    ENTRANCE
        .headers(new Copy(order, Instant.now(), TRACE))
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("content-length: ").append(body.length).append("\r\n\r\n");
    return Buffer.buffer(head.toString()).appendBytes(body);
  }
}
