package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.sending.SendListener;
import com.example.orderflow.loadtester.topics.SeenEvent;

/** Hears what happens in a run; called from its threads, several at a time. */
public interface RunListener extends SendListener {
  /** An event is in a topic; also of orders that are not of this run. */
  default void seen(SeenEvent event) {}

  /** Nobody who listens. */
  static RunListener none() {
    return new RunListener() {};
  }
}
