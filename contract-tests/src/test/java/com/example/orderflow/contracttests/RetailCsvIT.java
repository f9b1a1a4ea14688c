package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.reading.OrderFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of a real shop, whose totals are known by counting its file. */
class RetailCsvIT {
  @TempDir Path data;

  @Test
  void everyInvoiceEndsAsItMustAndTheSameFileAgainChangesNothing() throws Exception {
    OrderFile month = RetailMonth.december2010();
    try (PlatformUnderTest platform = PlatformUnderTest.on(data)) {
      Client client = platform.client();

      BalanceSheet first = client.send(month);
      BalanceSheet again = client.send(month);

      RetailMonth.assertBalanced(first);
      RetailMonth.assertBalanced(again);
      assertThat(first.redeliveries()).isZero();
    }
  }
}
