package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.process.ServerNotice;
import com.example.orderflow.localplatform.serving.ServingNotice;
import java.time.Duration;
import java.util.List;

/** Says in a sentence what happens to the processes. */
record Notices(PlatformListener listener) {

  void of(ServerNotice notice) {
    listener.trouble(
        notice.server(),
        switch (notice) {
          case ServerNotice.Died(String server, List<String> lastLines, Duration restartIn) ->
              "ended; started again in %d ms".formatted(restartIn.toMillis());
          case ServerNotice.Restarted(String server, Duration took) ->
              "runs again, after %d ms".formatted(took.toMillis());
          case ServerNotice.RestartFailed(String server, String reason, Duration retryIn) ->
              "does not start: %s; tried again in %d ms".formatted(reason, retryIn.toMillis());
        });
  }

  void of(ServingNotice notice) {
    switch (notice) {
      case ServingNotice.Started(String service, long pid, Duration took) ->
          listener.started(service, took);
      case ServingNotice.Stopped(String service, long pid) -> {}
      // The serial collector leaves what a load was until the heap is full: a hundred MB and more.
      case ServingNotice.AtRest() -> System.gc();
      case ServingNotice.Crashed crash ->
          listener.trouble(
              crash.service(),
              "%s; started again in %d ms%s"
                  .formatted(
                      crash.reason(),
                      crash.retryIn().toMillis(),
                      crash.looping() ? "\n    " + String.join("\n    ", crash.lastLines()) : ""));
    }
  }
}
