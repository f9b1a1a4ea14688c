package com.example.orderflow.localplatform.eventing;

import io.cloudevents.rw.CloudEventRWException;
import io.cloudevents.sql.Expression;
import io.cloudevents.sql.ParseException;
import io.cloudevents.sql.Parser;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Which events a Trigger wants: the dialects of {@code spec.filters}.
 *
 * <p>{@code spec.filter.attributes} is an {@link Exact}; where a Trigger has both, {@code filters}
 * wins. An empty value matches any event, also one without the attribute; a wanted attribute that
 * the event does not have never matches.
 */
public sealed interface EventFilter {

  /** A Trigger without a filter. */
  EventFilter EVERY_EVENT = new All(List.of());

  boolean matches(Event event);

  /** {@code exact}: all these attributes have exactly these values. */
  record Exact(Map<String, String> attributes) implements EventFilter {
    public Exact {
      attributes = Map.copyOf(attributes);
    }

    @Override
    public boolean matches(Event event) {
      return holds(attributes, event, String::equals);
    }
  }

  /** {@code prefix}: all these attributes start so. */
  record Prefix(Map<String, String> attributes) implements EventFilter {
    public Prefix {
      attributes = Map.copyOf(attributes);
    }

    @Override
    public boolean matches(Event event) {
      return holds(attributes, event, String::startsWith);
    }
  }

  /** {@code suffix}: all these attributes end so. */
  record Suffix(Map<String, String> attributes) implements EventFilter {
    public Suffix {
      attributes = Map.copyOf(attributes);
    }

    @Override
    public boolean matches(Event event) {
      return holds(attributes, event, String::endsWith);
    }
  }

  /** {@code all}: also the meaning of a list of filters in a Trigger. */
  record All(List<EventFilter> filters) implements EventFilter {
    public All {
      filters = List.copyOf(filters);
    }

    @Override
    public boolean matches(Event event) {
      return filters.stream().allMatch(filter -> filter.matches(event));
    }
  }

  /** {@code any}. */
  record Any(List<EventFilter> filters) implements EventFilter {
    public Any {
      filters = List.copyOf(filters);
    }

    @Override
    public boolean matches(Event event) {
      return filters.stream().anyMatch(filter -> filter.matches(event));
    }
  }

  /** {@code not}. */
  record Not(EventFilter filter) implements EventFilter {
    @Override
    public boolean matches(Event event) {
      return !filter.matches(event);
    }
  }

  /**
   * {@code cesql}, as the CloudEvents library evaluates it. Comparing an attribute that the event
   * does not have is false, so its {@code NOT} is true: measured so on the real broker.
   */
  record CeSql(String text, Expression expression) implements EventFilter {
    public CeSql(String text) {
      this(text, parsed(text));
    }

    @Override
    public boolean matches(Event event) {
      try {
        var result = expression.evaluate(event.attributesAsCloudEvent());
        return Boolean.parseBoolean(String.valueOf(result.value()));
      } catch (CloudEventRWException notOneForTheLibrary) {
        return false;
      }
    }

    private static Expression parsed(String text) {
      try {
        return Parser.parseDefault(text);
      } catch (ParseException e) {
        throw new IllegalArgumentException(
            "The CESQL filter '%s' is no expression: %s".formatted(text, e.getMessage()), e);
      }
    }
  }

  private static boolean holds(
      Map<String, String> wanted, Event event, BiPredicate<String, String> fits) {
    for (var entry : wanted.entrySet()) {
      if (entry.getValue().isEmpty()) {
        continue;
      }
      var given = event.attribute(entry.getKey());
      if (given == null || !fits.test(given, entry.getValue())) {
        return false;
      }
    }
    return true;
  }
}
