package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.reading.RetailFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** December 2010 of a real shop: the Online Retail data set, which is no part of Orderflow. */
final class RetailMonth {
  private static final String VARIABLE = "ORDERFLOW_RETAIL_CSV";
  private static final String FILE = "data/online-retail/2010-12.csv";

  private RetailMonth() {}

  /** Skips the test where the file is not. */
  static OrderFile december2010() throws IOException {
    Optional<Path> file =
        Stream.concat(
                Optional.ofNullable(System.getenv(VARIABLE)).stream().map(Path::of),
                Stream.of(
                    Checkout.HOME.resolve("shared").resolve(FILE),
                    Checkout.HOME.resolveSibling("shared").resolve(FILE)))
            .filter(Files::isRegularFile)
            .findFirst();
    assumeTrue(
        file.isPresent(),
        "the Online Retail data of December 2010 is not here; name its file in " + VARIABLE);
    return RetailFile.read(file.get(), "tok_ok");
  }

  /** Every invoice has come to the end that its lines demand, and nothing happened twice. */
  static void assertBalanced(BalanceSheet sheet) {
    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.sent()).isEqualTo(2_025);
    assertThat(sheet.shipped()).isEqualTo(1_363);
    assertThat(sheet.rejected()).isEqualTo(629);
    assertThat(sheet.paymentFailed()).isEqualTo(29);
    assertThat(sheet.cancelled()).isEqualTo(4);
    assertThat(sheet.unaccounted()).isZero();
    assertThat(sheet.charges()).isEqualTo(1_367);
    assertThat(sheet.refunds()).isEqualTo(4);
    assertThat(sheet.bookings()).isEqualTo(1_363);
    assertThat(sheet.doubleCharges()).isZero();
    assertThat(sheet.duplicates()).isZero();
  }
}
