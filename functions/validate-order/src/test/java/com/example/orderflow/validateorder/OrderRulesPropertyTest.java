package com.example.orderflow.validateorder;

import static com.example.orderflow.validateorder.Orders.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.Money;
import com.example.orderflow.events.OrderLine;
import com.example.orderflow.events.OrderRejected;
import com.example.orderflow.events.Violation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class OrderRulesPropertyTest {

  private static final Limits LIMITS = Limits.DEFAULT;

  private final OrderRules rules = new OrderRules(LIMITS);

  @Property(tries = 300)
  void theTotalOfAValidOrderIsTheExactSumOfItsLines(@ForAll("goodLines") List<OrderLine> lines) {
    BigInteger sum =
        lines.stream()
            .map(l -> BigInteger.valueOf(l.quantity()).multiply(BigInteger.valueOf(l.unitPrice())))
            .reduce(BigInteger.ZERO, BigInteger::add);

    Verdict verdict = rules.check(Orders.with(lines.toArray(OrderLine[]::new)));

    if (sum.compareTo(BigInteger.valueOf(LIMITS.maxTotalMinorUnits())) <= 0) {
      assertThat(verdict).isEqualTo(new Verdict.Valid(new Money(sum.longValueExact(), "GBP")));
    } else {
      assertThat(fields(verdict)).containsExactly("total");
    }
  }

  @Property(tries = 300)
  void exactlyTheBrokenLinesAreNamedWhateverStandsInThem(
      @ForAll("anyLines") List<OrderLine> lines) {
    List<String> broken =
        IntStream.range(0, lines.size())
            .boxed()
            .flatMap(i -> brokenFields(lines.get(i)).stream().map(f -> "lines[" + i + "]." + f))
            .toList();

    List<String> told = fields(rules.check(Orders.with(lines.toArray(OrderLine[]::new))));

    assertThat(told.stream().filter(field -> !field.equals("total")).toList()).isEqualTo(broken);
  }

  @Example
  void theRejectionOfTheWorstOrderFitsIntoAnEvent() throws JsonProcessingException {
    OrderLine worst = line("\u000b".repeat(200), Long.MIN_VALUE, Long.MIN_VALUE);

    Verdict verdict = rules.check(Orders.withLines(2_000, worst));

    byte[] data =
        EventJson.mapper()
            .writeValueAsBytes(
                new OrderRejected("order-1", ((Verdict.Invalid) verdict).violations()));
    assertThat(data.length).isLessThan(Channels.LARGEST_EVENT_BYTES / 2);
  }

  @Provide
  Arbitrary<List<OrderLine>> goodLines() {
    return lines(
        Arbitraries.of("85123A", "POST"),
        Arbitraries.longs().between(1, LIMITS.maxQuantity()),
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.longs().between(1, 1_000)),
            Tuple.of(1, Arbitraries.longs().between(1, Long.MAX_VALUE))));
  }

  @Provide
  Arbitrary<List<OrderLine>> anyLines() {
    return lines(
        Arbitraries.of("85123A", "", " ").injectNull(0.1),
        Arbitraries.longs(),
        Arbitraries.longs());
  }

  private static Arbitrary<List<OrderLine>> lines(
      Arbitrary<String> skus, Arbitrary<Long> quantities, Arbitrary<Long> prices) {
    return Combinators.combine(skus, quantities, prices)
        .as((sku, quantity, price) -> line(sku, quantity, price))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static List<String> brokenFields(OrderLine line) {
    List<String> broken = new ArrayList<>();
    if (line.sku() == null || line.sku().isBlank()) {
      broken.add("sku");
    }
    if (line.quantity() < 1 || line.quantity() > LIMITS.maxQuantity()) {
      broken.add("quantity");
    }
    if (line.unitPrice() < 1) {
      broken.add("unitPrice");
    }
    return broken;
  }

  private static List<String> fields(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Valid valid -> List.of();
      case Verdict.Invalid invalid -> invalid.violations().stream().map(Violation::field).toList();
    };
  }
}
