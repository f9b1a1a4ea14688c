package com.example.orderflow.orchestration.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A client of a stream, as simple as possible: it reads when it is told to. */
final class SseClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket = new Socket();
  private final BufferedReader lines;
  private final String status;
  private long position;

  SseClient(URI url, String path) {
    this(url, path, null);
  }

  SseClient(URI url, String path, String lastEventId) {
    try {
      // A small window: what the client does not read soon waits at the server.
      socket.setReceiveBufferSize(8_192);
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
      socket.setSoTimeout(PATIENCE_MILLIS);
      String resume = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n%s\r\n"
                  .formatted(path, resume)
                  .getBytes(UTF_8));
      lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 8_192);
      status = lines.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the server has said from where on it sends. */
  SseClient connected() {
    assertThat(status).isEqualTo("HTTP/1.1 200 OK");
    position = Long.parseLong(after("id: "));
    return this;
  }

  String status() {
    return status;
  }

  /** Id of the last event that was read, or where the stream began. */
  long position() {
    return position;
  }

  /** The next event's data. */
  JsonNode next() {
    position = Long.parseLong(after("id: "));
    try {
      return JSON.readTree(after("data: "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> next(int count) {
    List<JsonNode> events = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      events.add(next());
    }
    return events;
  }

  /** Reads up to a position, and makes sure that no event is missing on the way, or there twice. */
  void readThrough(long last) {
    while (position < last) {
      long next = Long.parseLong(after("id: "));
      assertThat(next).isEqualTo(position + 1);
      position = next;
    }
  }

  /** What follows in the next line that begins so. */
  private String after(String prefix) {
    try {
      String line = lines.readLine();
      while (line != null && !line.startsWith(prefix)) {
        line = lines.readLine();
      }
      assertThat(line).as("a line that begins with %s", prefix).isNotNull();
      return line.substring(prefix.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
