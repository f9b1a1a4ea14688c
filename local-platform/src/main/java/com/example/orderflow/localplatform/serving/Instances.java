package com.example.orderflow.localplatform.serving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The instances of one Service: those that take requests, and those that only finish theirs. */
final class Instances {
  private final List<Instance> ready = new ArrayList<>();
  private final List<Instance> draining = new ArrayList<>();
  private final List<Integer> starting = new ArrayList<>();

  /** Takes the lowest free number for an instance that is about to start. */
  int begin() {
    int slot = IntStream.iterate(1, n -> n + 1).filter(this::isFree).findFirst().orElseThrow();
    starting.add(slot);
    return slot;
  }

  void started(Instance instance) {
    starting.remove((Integer) instance.slot());
    ready.add(instance);
  }

  void failed(int slot) {
    starting.remove((Integer) slot);
  }

  /** The instance that takes the next request: the one with the fewest. */
  Optional<Instance> withRoom() {
    return ready.stream()
        .filter(Instance::hasRoom)
        .min(Comparator.comparingInt(Instance::inFlight));
  }

  /** Lets the youngest go that are too many. */
  void reduceTo(int count) {
    while (!ready.isEmpty() && count() > count) {
      drain(ready.getLast());
    }
  }

  /** Ends the drain of those that have not finished what they have. */
  void stop() {
    all().forEach(Instance::stop);
  }

  void drain(Instance instance) {
    if (ready.remove(instance)) {
      draining.add(instance);
      instance.drain();
    }
  }

  /** Forgets an instance that ended. */
  void ended(Instance instance) {
    ready.remove(instance);
    draining.remove(instance);
  }

  /** Those that take requests, or will when they have started. */
  int count() {
    return ready.size() + starting.size();
  }

  int starting() {
    return starting.size();
  }

  int ready() {
    return ready.size();
  }

  List<Instance> all() {
    List<Instance> all = new ArrayList<>(ready);
    all.addAll(draining);
    return all;
  }

  private boolean isFree(int slot) {
    return !starting.contains(slot) && all().stream().noneMatch(one -> one.slot() == slot);
  }
}
