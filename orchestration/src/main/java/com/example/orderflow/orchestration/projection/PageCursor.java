package com.example.orderflow.orchestration.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ended. Opaque to its readers, so that what is in it may change.
 *
 * @param number of the last order on the page
 */
public record PageCursor(long number) {
  /** Before all orders there are: the list is newest first. */
  public static final PageCursor START = new PageCursor(Long.MAX_VALUE);

  private static final Pattern TEXT = Pattern.compile("n:([0-9]{1,18})");

  /** The cursor that this text stands for; empty when no answer ever held it. */
  public static Optional<PageCursor> parse(String text) {
    try {
      Matcher matcher = TEXT.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
      return matcher.matches()
          ? Optional.of(new PageCursor(Long.parseLong(matcher.group(1))))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(("n:" + number).getBytes(UTF_8));
  }
}
