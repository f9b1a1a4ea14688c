package com.example.orderflow.contracttests.containers;

import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.EventType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A request of which one half is sent first, the other when the test says so: in flight for as long
 * as it takes.
 *
 * @param head without the length
 * @param status of the answer to the whole
 */
record HalfSent(String program, String head, String body, int status) {

  static HalfSent event(String function, EventType type) {
    return new HalfSent(
        function,
        "POST / HTTP/1.1\r\ncontent-type: application/cloudevents+json",
        TestEvent.sample(type).toString(),
        200);
  }

  static HalfSent order(String program) {
    return new HalfSent(
        program,
        "POST /orders?wiring=chain HTTP/1.1\r\ncontent-type: application/json",
        """
        {"orderId":"drained-order","customerId":"17850","currency":"GBP","destination":{"country":"GB"},\
        "paymentToken":"tok_ok","lines":[{"sku":"85123A","quantity":6,"unitPrice":255}]}\
        """,
        202);
  }

  Sending begin(URI uri) throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    int half = body.length() / 2;
    write(socket, head + "\r\nhost: localhost\r\ncontent-length: " + body.length() + "\r\n\r\n");
    write(socket, body.substring(0, half));
    return new Sending(socket, body.substring(half));
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return program;
  }

  /** The connection on which the second half is missing. */
  record Sending(Socket socket, String rest) implements AutoCloseable {

    /** Sends it, and returns the status of the answer. */
    int finish() throws IOException {
      write(socket, rest);
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(answer.readLine().split(" ")[1]);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
