package com.example.orderflow.localplatform.serving;

import java.time.Duration;
import java.util.List;

/** What happens to the instances of the Services. */
public sealed interface ServingNotice {
  record Started(String service, long pid, Duration took) implements ServingNotice {}

  record Stopped(String service, long pid) implements ServingNotice {}

  /** The last instance beyond the min-scales of all Services has stopped. */
  record AtRest() implements ServingNotice {}

  /** It ended, or did not start, though nobody asked it to end. */
  record Crashed(
      String service, String reason, List<String> lastLines, Duration retryIn, boolean looping)
      implements ServingNotice {}
}
