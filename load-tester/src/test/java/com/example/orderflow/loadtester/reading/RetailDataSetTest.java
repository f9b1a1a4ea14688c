package com.example.orderflow.loadtester.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.example.orderflow.events.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A real month of a real shop; the data set is no part of Orderflow. */
class RetailDataSetTest {
  private static final String VARIABLE = "ORDERFLOW_RETAIL_CSV";
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  @Test
  void everyInvoiceOfDecember2010IsAnOrder() throws IOException {
    OrderFile file = RetailFile.read(december2010(), "tok_ok");

    List<Order> orders = RetailFileTest.read(file);

    assertThat(file.count()).isEqualTo(2_025);
    assertThat(orders).hasSize(2_025).extracting(Order::orderId).doesNotHaveDuplicates();
    assertThat(orders.stream().mapToInt(order -> order.lines().size()).sum()).isEqualTo(42_481);
    assertThat(orders.stream().mapToInt(order -> order.lines().size()).max()).hasValue(675);
    assertThat(orders.stream().filter(RetailDataSetTest::isToBeRejected)).hasSize(629);
  }

  /** The rules that this file breaks, counted apart from validate-order. */
  private static boolean isToBeRejected(Order order) {
    return order.customerId() == null
        || !CODES.contains(order.destination().country())
        || order.lines().stream()
            .anyMatch(line -> line.quantity() < 1 || line.unitPrice() < 1 || line.sku().isBlank());
  }

  private static Path december2010() {
    Stream<Path> places =
        Stream.concat(
            Optional.ofNullable(System.getenv(VARIABLE)).stream().map(Path::of),
            Stream.of("../shared", "../../shared")
                .map(shared -> Path.of(shared, "data/online-retail/2010-12.csv")));
    Optional<Path> found = places.filter(Files::isRegularFile).findFirst();
    assumeTrue(
        found.isPresent(),
        "the Online Retail data of December 2010 is not here; name its file in " + VARIABLE);
    return found.get();
  }
}
