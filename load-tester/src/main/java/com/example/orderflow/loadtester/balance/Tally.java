package com.example.orderflow.loadtester.balance;

import com.example.orderflow.loadtester.reading.Expected;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts what was sent and what the platform says about it.
 *
 * <p>A few bytes per order stay in memory, and no event does. Events may come in any order, any
 * number of times. Safe to be used from several threads.
 */
public final class Tally {
  private final Map<String, Progress> orders = new HashMap<>();
  private final Map<String, String> refused = new TreeMap<>();
  private final boolean everyOrder;
  private long sent;
  private long events;
  private long open;
  private long unseen;
  private Instant lastNews = Instant.MIN;

  private Tally(boolean everyOrder) {
    this.everyOrder = everyOrder;
  }

  /** Counts the orders that are posted; events of others do not matter. */
  public static Tally ofPosted() {
    return new Tally(false);
  }

  /** Counts every order that an event is seen of. */
  public static Tally ofEverything() {
    return new Tally(true);
  }

  /** The order leaves; its events may come from now on. */
  public synchronized void posting(String orderId, Instant at, Optional<Expected> expected) {
    if (!orders.containsKey(orderId)) {
      orders.put(orderId, new Progress(orderId, at, expected.orElse(null)));
    }
  }

  /** Somebody answered that the order is taken. */
  public synchronized void accepted(String orderId, Instant at) {
    change(orders.get(orderId), Progress::accept, at);
  }

  /** The order was refused, or nobody answered. */
  public synchronized void notAccepted(String orderId, String reason) {
    refused.put(orderId, reason);
  }

  /** An event of an order is in a topic. */
  public synchronized void seen(SeenEvent event, Instant at) {
    if (everyOrder) {
      orders.computeIfAbsent(
          event.orderId(), orderId -> new Progress(orderId, event.recordedAt(), null));
    }
    Progress progress = orders.get(event.orderId());
    if (progress != null) {
      events++;
      change(progress, order -> order.see(event), at);
    }
  }

  /** How many orders were sent and are not at rest. */
  public synchronized long open() {
    return open;
  }

  /** How many orders were sent. */
  public synchronized long sent() {
    return sent;
  }

  /** How many events of its orders were seen, repeats included. */
  public synchronized long events() {
    return events;
  }

  /** How many of the open orders have no event so far. */
  public synchronized long unseen() {
    return unseen;
  }

  /** Whether it is one of the orders that are counted. */
  public synchronized boolean knows(String orderId) {
    return orders.containsKey(orderId);
  }

  /** When something was heard of an order the last time. */
  public synchronized Instant lastNews() {
    return lastNews;
  }

  /** The orders that have ended, in no particular order. */
  public synchronized List<Journey> journeys() {
    return orders.values().stream()
        .filter(order -> order.isSent() && order.endedAt().isPresent())
        .map(order -> new Journey(order.posted(), order.endedAt().orElseThrow()))
        .toList();
  }

  synchronized List<Progress> sentOrders() {
    return orders.values().stream().filter(Progress::isSent).toList();
  }

  /** Orders of which no copy was accepted, and why. */
  synchronized Map<String, String> notSent() {
    Map<String, String> notSent = new TreeMap<>(refused);
    notSent.keySet().removeIf(orderId -> orders.get(orderId).isSent());
    return notSent;
  }

  private void change(Progress order, Consumer<Progress> change, Instant at) {
    sent -= order.isSent() ? 1 : 0;
    open -= order.isOpen() ? 1 : 0;
    unseen -= order.isUnseen() ? 1 : 0;
    change.accept(order);
    sent += order.isSent() ? 1 : 0;
    open += order.isOpen() ? 1 : 0;
    unseen += order.isUnseen() ? 1 : 0;
    lastNews = at;
  }
}
