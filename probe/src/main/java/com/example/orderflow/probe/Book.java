package com.example.orderflow.probe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came, and what shall be answered.
 *
 * <pre>
 *   arrives ─► kept under its key ─► the next answer for key and place; none is left: 200
 * </pre>
 */
final class Book {
  private final Map<String, List<Call>> calls = new HashMap<>();
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final Map<String, Integer> open = new HashMap<>();
  private final Map<String, Integer> readiness = new HashMap<>();

  synchronized Answer arrives(Call call, long now) {
    int atOnce = open.merge(call.instance(), 1, Integer::sum);
    calls.computeIfAbsent(call.key(), key -> new ArrayList<>()).add(call.arrived(now, atOnce));
    Deque<Answer> left = answers.getOrDefault(name(call.key(), call.place()), new ArrayDeque<>());
    return left.isEmpty() ? Answer.OK : left.remove();
  }

  synchronized void isAnswered(Call call) {
    open.merge(call.instance(), -1, Integer::sum);
  }

  synchronized List<Call> calls(String key) {
    return List.copyOf(calls.getOrDefault(key, List.of()));
  }

  synchronized void answer(String key, String place, List<Answer> next) {
    answers.computeIfAbsent(name(key, place), none -> new ArrayDeque<>()).addAll(next);
  }

  /** A probe wants to know whether it is ready. */
  synchronized void isAsked(String service) {
    readiness.merge(service, 1, Integer::sum);
  }

  synchronized int timesAsked(String service) {
    return readiness.getOrDefault(service, 0);
  }

  private static String name(String key, String place) {
    return key + "/" + place;
  }
}
