package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows a release from look to look, and says when there is nothing more to wait for.
 *
 * <pre>
 *   look ─► diagnosis ─► new findings, once they have lasted a while ─► told
 *    ▲                      │
 *    └── again ◄────────────┴─► everything ready: done
 *                               trouble that lasts: stuck; it will not go by itself
 * </pre>
 *
 * Plain bookkeeping: the time is that of the looks.
 */
public final class Rollout {

  /** What a pod says in passing while it starts is not worth a line. */
  private static final Duration A_MOMENT = Duration.ofSeconds(4);

  /** A program takes its time to start, and has no trouble yet. */
  private static final Duration A_START = Duration.ofSeconds(20);

  /** Long enough for an ingress, a volume or a registry that was just about to answer. */
  private static final Duration LASTS = Duration.ofSeconds(25);

  /** What a look brought. */
  public record News(List<Part> ready, List<Finding> findings) {}

  private final Set<Part> ready = new HashSet<>();
  private final Set<String> told = new HashSet<>();
  private Map<String, Instant> since = new LinkedHashMap<>();
  private List<Finding> current = List.of();
  private boolean complete;

  public News look(Observed observed) {
    List<Part> newlyReady =
        observed.parts().stream().filter(observed::isReady).filter(ready::add).toList();
    ready.removeIf(part -> !observed.isReady(part));
    complete = ready.size() == observed.parts().size();
    current = Diagnosis.of(observed);
    since = stillSince(observed.at());
    List<Finding> news = new ArrayList<>();
    for (Finding finding : current) {
      Duration pause = finding.level() == Finding.Level.BAD ? A_MOMENT : A_START;
      if (hasLasted(pause, finding, observed.at()) && told.add(key(finding))) {
        news.add(finding);
      }
    }
    return new News(newlyReady, news);
  }

  /** Everything that gets ready is. */
  public boolean isComplete() {
    return complete;
  }

  /** What will not mend itself. */
  public List<Finding> lasting(Instant now) {
    return current.stream()
        .filter(finding -> finding.level() == Finding.Level.BAD)
        .filter(finding -> hasLasted(LASTS, finding, now))
        .toList();
  }

  /** Whatever is wrong by the last look. */
  public List<Finding> current() {
    return current;
  }

  private Map<String, Instant> stillSince(Instant now) {
    Map<String, Instant> still = new HashMap<>();
    current.forEach(finding -> still.put(key(finding), since.getOrDefault(key(finding), now)));
    return still;
  }

  private boolean hasLasted(Duration time, Finding finding, Instant now) {
    return !since.getOrDefault(key(finding), now).plus(time).isAfter(now);
  }

  /** The same trouble with another count, pod or log is no news. */
  private static String key(Finding finding) {
    String firstLine = finding.found().lines().findFirst().orElse("");
    return finding.level()
        + finding.about()
        + firstLine.replaceAll("[0-9]+|[a-z0-9]+-[a-z0-9]{5}\\b", "");
  }
}
