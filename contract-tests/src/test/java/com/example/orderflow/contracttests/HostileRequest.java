package com.example.orderflow.contracttests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as bytes, sent over a connection of its own. */
public record HostileRequest(String name, byte[] bytes) {
  private static final Pattern STATUS = Pattern.compile("^HTTP/\\d\\.\\d (\\d{3})");
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  /** Longer than any of the platform's own limits on waiting. */
  private static final int HANGS_AFTER_MILLIS = 20_000;

  /** A well-formed POST. */
  static HostileRequest post(String name, String path, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: localhost\r\n");
    headers.forEach((key, value) -> head.append(key).append(": ").append(value).append("\r\n"));
    head.append("content-length: ").append(body.length).append("\r\n\r\n");
    return new HostileRequest(name, joined(head.toString().getBytes(UTF_8), body));
  }

  /**
   * What came back.
   *
   * @param status 0 when the connection was closed without an answer
   */
  public record Reply(int status, String body) {

    /** As the sender's fault. */
    public void assertRefused() {
      assertThat(status).isBetween(400, 499);
    }

    /** By the platform, in words, and not by an accident inside. */
    public void assertRefusedWithAReason() {
      assertRefused();
      assertThat(body).isNotBlank();
    }
  }

  /**
   * Sends the request and waits for the answer.
   *
   * @throws java.net.SocketTimeoutException as the cause, when nothing happens: a hang
   */
  public Reply sendTo(URI address) {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(HANGS_AFTER_MILLIS);
      try {
        socket.getOutputStream().write(bytes);
      } catch (SocketException e) {
        // refused while we still wrote: the answer, if there is one, has come already
      }
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static Reply read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    try {
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          return new Reply(0, head.toString());
        }
        head.append((char) next);
      }
      Matcher length = LENGTH.matcher(head);
      byte[] body =
          length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes();
      Matcher status = STATUS.matcher(head);
      return new Reply(
          status.find() ? Integer.parseInt(status.group(1)) : 0, new String(body, ISO_8859_1));
    } catch (SocketException e) {
      return new Reply(0, head.toString()); // closed by force
    }
  }

  private static byte[] joined(byte[] head, byte[] body) {
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
