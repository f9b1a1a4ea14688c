package com.example.orderflow.loadtester.peers;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/**
 * As much of an HTTP/1.1 response as a benchmark has to know.
 *
 * @param whole whether nothing of it is missing
 */
record WireAnswer(boolean whole, int status) {
  private static final WireAnswer BEGUN = new WireAnswer(false, 0);
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String LENGTH = "\r\ncontent-length:";
  private static final String CHUNKED = "\r\ntransfer-encoding: chunked";
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
  private static final int NO_CONTENT = 204;

  static WireAnswer of(Buffer bytes) {
    String text = bytes.toString("ISO-8859-1");
    int headEnds = text.indexOf(END_OF_HEAD);
    if (headEnds < 0) {
      return BEGUN;
    }
    String head = text.substring(0, headEnds).toLowerCase(Locale.ROOT);
    int status = Integer.parseInt(head.substring(9, 12));
    int body = text.length() - headEnds - END_OF_HEAD.length();
    return new WireAnswer(status == NO_CONTENT || isWhole(head, body, text), status);
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  private static boolean isWhole(String head, int body, String text) {
    int length = head.indexOf(LENGTH);
    if (length < 0) {
      return head.contains(CHUNKED) && text.endsWith(LAST_CHUNK);
    }
    int from = length + LENGTH.length();
    int lineEnds = head.indexOf("\r\n", from);
    String value = head.substring(from, lineEnds < 0 ? head.length() : lineEnds);
    return body >= Integer.parseInt(value.strip());
  }
}
