package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.Violation;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.order.OrderState;
import com.example.orderflow.orchestration.projection.PageCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of orders that somebody asks for. */
record PageRequest(Set<String> wirings, Set<String> states, PageCursor after, int limit) {
  static final int LARGEST_PAGE = 500;
  private static final int USUAL_PAGE = 50;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private static final List<String> STATES = OrderState.all().stream().map(OrderState::id).toList();
  private static final List<String> WIRINGS =
      Arrays.stream(Wiring.values()).map(Wiring::id).toList();

  /**
   * Reads the parameters, null where there is none.
   *
   * @throws Refused with every violation at once
   */
  static PageRequest of(String state, String wiring, String after, String limit) {
    List<Violation> violations = new ArrayList<>();
    Set<String> wirings = oneOf("wiring", wiring, WIRINGS, violations);
    Set<String> states = oneOf("state", state, STATES, violations);
    Optional<PageCursor> cursor =
        after == null ? Optional.of(PageCursor.START) : PageCursor.parse(after);
    if (cursor.isEmpty()) {
      violations.add(new Violation("after", after, "next of an earlier page, unchanged"));
    }
    int most = limit == null ? USUAL_PAGE : number(limit);
    if (most < 1 || most > LARGEST_PAGE) {
      violations.add(new Violation("limit", limit, "a whole number from 1 to " + LARGEST_PAGE));
    }
    if (!violations.isEmpty()) {
      throw IntakeRules.malformed(violations);
    }
    return new PageRequest(wirings, states, cursor.orElseThrow(), most);
  }

  private static Set<String> oneOf(
      String field, String value, List<String> known, List<Violation> violations) {
    if (value == null) {
      return Set.copyOf(known);
    }
    if (!known.contains(value)) {
      violations.add(
          new Violation(
              field, value, known.stream().collect(Collectors.joining(", ", "one of ", ""))));
    }
    return Set.of(value);
  }

  /** 0, which is no page, for what is no number. */
  private static int number(String text) {
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }
}
