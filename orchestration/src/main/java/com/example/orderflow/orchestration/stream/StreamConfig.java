package com.example.orderflow.orchestration.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What live updates may cost. */
@ConfigMapping(prefix = "orderflow.stream")
public interface StreamConfig {

  /** Beyond it the answer is 503. A client costs a connection and at most one segment in memory. */
  @WithDefault("2000")
  int maxClients();

  /** How many of the latest entries are kept serialised, about 250 bytes each. */
  @WithDefault("20000")
  int ringEntries();

  /** Wake-ups of all clients are at least this far apart: what comes between goes out as one. */
  @WithDefault("100MS")
  Duration pause();

  /** How often to look for entries that another instance has written. */
  @WithDefault("250MS")
  Duration look();

  /** A client that has nothing to get gets a comment, so that proxies keep the connection. */
  @WithDefault("15S")
  Duration heartbeat();

  /** A client that takes nothing for so long is cut off; it may resume where it was. */
  @WithDefault("1M")
  Duration patience();
}
