package com.example.orderflow.localplatform.process;

import java.time.Duration;
import java.util.List;

/** What happens to a server that should always run; {@code server} is its name. */
public sealed interface ServerNotice {
  String server();

  /** It ended though nobody asked it to; these are its last words. */
  record Died(String server, List<String> lastLines, Duration restartIn) implements ServerNotice {}

  record Restarted(String server, Duration took) implements ServerNotice {}

  record RestartFailed(String server, String reason, Duration retryIn) implements ServerNotice {}
}
