package com.example.orderflow.localplatform.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/** Attribute values in HTTP headers: percent-encoded as the CloudEvents HTTP binding says. */
final class HeaderValue {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private HeaderValue() {}

  static String encode(String value) {
    if (value.chars().allMatch(HeaderValue::plain)) {
      return value;
    }
    var encoded = new StringBuilder(value.length() + 16);
    value
        .codePoints()
        .forEach(
            point -> {
              if (plain(point)) {
                encoded.appendCodePoint(point);
              } else {
                for (byte b : Character.toString(point).getBytes(UTF_8)) {
                  encoded.append('%').append(HEX.toHexDigits(b));
                }
              }
            });
    return encoded.toString();
  }

  /**
   * Empty when the value encodes what is no UTF-8; a percent sign that encodes nothing stands for
   * itself.
   */
  static Optional<String> decode(String header) {
    var value = unquoted(header);
    if (value.indexOf('%') < 0) {
      return Optional.of(value);
    }
    var bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '%' && encodesByteAt(value, i)) {
        bytes.write(HexFormat.fromHexDigits(value, i + 1, i + 3));
        i += 2;
      } else {
        int point = value.codePointAt(i);
        bytes.writeBytes(Character.toString(point).getBytes(UTF_8));
        i += Character.charCount(point) - 1;
      }
    }
    try {
      return Optional.of(
          UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean plain(int point) {
    return point > ' ' && point < 0x7f && point != '"' && point != '%';
  }

  private static boolean encodesByteAt(String value, int i) {
    return i + 2 < value.length()
        && HexFormat.isHexDigit(value.charAt(i + 1))
        && HexFormat.isHexDigit(value.charAt(i + 2));
  }

  /** Older senders quote: {@code "a \"b\""}. */
  private static String unquoted(String header) {
    int last = header.length() - 1;
    if (last < 1 || header.charAt(0) != '"' || header.charAt(last) != '"') {
      return header;
    }
    return header.substring(1, last).replaceAll("\\\\(.)", "$1");
  }
}
