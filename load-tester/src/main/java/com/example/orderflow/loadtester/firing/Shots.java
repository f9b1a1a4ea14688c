package com.example.orderflow.loadtester.firing;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.scenario.OrderMix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One request after the other, as the mix wants them. The same mix gives the same requests.
 *
 * <p>Orders are drawn from a stock of ready bodies, of which only the id is new: a request must not
 * cost more than sending it.
 */
public final class Shots {
  /** Of each way to end; enough for sizes to vary. */
  private static final int STOCK = 64;

  private final OrderMix mix;
  private final String prefix;
  private final SplittableRandom random;
  private final Map<Ending, List<OrderBody>> stock = new EnumMap<>(Ending.class);
  private final List<Ending> endings = new ArrayList<>();
  private final List<Integer> upTo = new ArrayList<>();
  private OutgoingOrder last;
  private long number;

  /**
   * @param input the event whose data the bodies are
   * @param prefix of the order ids, which nobody else uses
   */
  public Shots(OrderMix mix, EventType input, String prefix) {
    this.mix = mix;
    this.prefix = prefix;
    this.random = new SplittableRandom(mix.seed());
    int sum = 0;
    for (Map.Entry<Ending, Integer> part : mix.parts().entrySet()) {
      if (part.getValue() > 0) {
        sum += part.getValue();
        endings.add(part.getKey());
        upTo.add(sum);
        stock.put(part.getKey(), OrderBody.stock(STOCK, part.getKey(), mix, input, random));
      }
    }
  }

  public Shot next() {
    double chance = random.nextDouble();
    if (chance < mix.duplicates() && last != null) {
      return new Shot(last, Shot.Kind.DUPLICATE);
    }
    String orderId = prefix + "-" + number++;
    if (chance >= 1 - mix.malformed()) {
      return new Shot(OrderBody.malformed(orderId), Shot.Kind.MALFORMED);
    }
    Ending ending = ending();
    List<OrderBody> bodies = stock.get(ending);
    last = bodies.get(random.nextInt(bodies.size())).order(orderId);
    return new Shot(last, Shot.Kind.NEW);
  }

  private Ending ending() {
    int drawn = random.nextInt(upTo.getLast());
    int at = 0;
    while (upTo.get(at) <= drawn) {
      at++;
    }
    return endings.get(at);
  }
}
