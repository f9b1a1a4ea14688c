package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.OrderFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Orders that no file has. */
public final class MadeOrders {
  private static final String LINE =
      """
      {"sku":"SKU-%d","description":"%s","quantity":1,"unitPrice":50}\
      """;

  private static final String DESCRIPTION =
      "WHITE HANGING HEART T-LIGHT HOLDER, SET OF SIX, IN A BOX WITH A RED RIBBON";

  private MadeOrders() {}

  /** Orders that are shipped. */
  public static OrderFile good(String prefix, int count) throws IOException {
    return file(count, n -> order(prefix + "-" + n, "GB", "tok_ok", 1));
  }

  /** Of ten orders seven are shipped, and one each is rejected, not paid and cancelled. */
  public static OrderFile mixed(String prefix, int count) throws IOException {
    return file(
        count,
        n -> {
          String id = prefix + "-" + n;
          return switch (n % 10) {
            case 0 -> order(id, "Atlantis", "tok_ok", 1);
            case 1 -> order(id, "GB", "tok_declined", 1);
            case 2 -> order(id, "JP", "tok_ok", 1);
            default -> order(id, "GB", "tok_ok", 1);
          };
        });
  }

  /** The mixed orders have come to their ends, and nothing happened twice. */
  public static void assertBalanced(BalanceSheet sheet, int count) {
    int tenth = count / 10;
    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.sent()).isEqualTo(count);
    assertThat(sheet.shipped()).isEqualTo(7 * tenth);
    assertThat(sheet.rejected()).isEqualTo(tenth);
    assertThat(sheet.paymentFailed()).isEqualTo(tenth);
    assertThat(sheet.cancelled()).isEqualTo(tenth);
    assertThat(sheet.unaccounted()).isZero();
    assertThat(sheet.charges()).isEqualTo(8 * tenth);
    assertThat(sheet.refunds()).isEqualTo(tenth);
    assertThat(sheet.bookings()).isEqualTo(7 * tenth);
    assertThat(sheet.doubleCharges()).isZero();
    assertThat(sheet.duplicates()).isZero();
  }

  static OrderFile withLines(String id, int lines) throws IOException {
    return file(1, n -> order(id, "GB", "tok_ok", lines));
  }

  private static OrderFile file(int count, IntFunction<String> order) throws IOException {
    String lines = IntStream.range(0, count).mapToObj(order).collect(Collectors.joining("\n"));
    return JsonOrderFile.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  private static String order(String id, String country, String token, int lines) {
    return """
    {"orderId":"%s","customerId":"17850","currency":"GBP","destination":{"country":"%s"},\
    "paymentToken":"%s","lines":[%s]}\
    """
        .formatted(
            id,
            country,
            token,
            IntStream.range(0, lines)
                .mapToObj(n -> LINE.formatted(n, DESCRIPTION))
                .collect(Collectors.joining(",")));
  }
}
