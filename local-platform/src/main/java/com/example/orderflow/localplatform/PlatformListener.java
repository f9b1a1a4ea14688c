package com.example.orderflow.localplatform;

import java.time.Duration;

/** Hears how the platform fares; called from any thread. */
public interface PlatformListener {

  /** A part is up. */
  void started(String part, Duration took);

  /** Something went wrong that the platform itself mends or endures; one sentence. */
  void trouble(String part, String what);

  /** For those who do not want to know. */
  PlatformListener SILENT =
      new PlatformListener() {
        @Override
        public void started(String part, Duration took) {}

        @Override
        public void trouble(String part, String what) {}
      };
}
