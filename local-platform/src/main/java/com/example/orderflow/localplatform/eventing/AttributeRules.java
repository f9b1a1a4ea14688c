package com.example.orderflow.localplatform.eventing;

import com.example.orderflow.events.EventTime;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the real broker demands of an event's attributes, all violations at once. An empty id
 * passes, as it does there: the subscriber refuses it and the dead letter says why. An empty type
 * does not: no Trigger would match it, and the event would be gone without a word.
 */
final class AttributeRules {
  private static final Set<String> VERSIONS = Set.of("1.0", "0.3");
  private static final List<String> REQUIRED = List.of(Event.ID, Event.TYPE, Event.SOURCE);
  private static final List<String> URIS = List.of(Event.SOURCE, "dataschema", "schemaurl");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

  /** A content type travels in a header as it is, where a line break would begin another header. */
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

  private AttributeRules() {}

  static Reading check(Event event) {
    var problems = problems(event.attributes());
    return problems.isEmpty() ? new Reading.Read(event) : new Reading.Unreadable(problems);
  }

  private static List<String> problems(Map<String, String> attributes) {
    var problems = new ArrayList<String>();
    var version = attributes.get(Event.SPEC_VERSION);
    if (version == null) {
      problems.add("specversion is missing; send 1.0.");
    } else if (!VERSIONS.contains(version)) {
      problems.add("specversion is '%s'; send 1.0.".formatted(version));
    }
    for (var name : REQUIRED) {
      if (!attributes.containsKey(name)) {
        problems.add("%s is missing; every event needs one.".formatted(name));
      } else if (attributes.get(name).isEmpty() && !name.equals(Event.ID)) {
        problems.add("%s is empty; every event needs one.".formatted(name));
      }
    }
    for (var name : URIS) {
      if (attributes.containsKey(name) && !isUri(attributes.get(name))) {
        problems.add("%s is '%s'; it must be a URI.".formatted(name, attributes.get(name)));
      }
    }
    var time = attributes.get(Event.TIME);
    if (time != null && !EventTime.isTime(time)) {
      problems.add("time is '%s'; send RFC 3339, as 2026-01-31T12:00:00Z.".formatted(time));
    }
    var contentType = attributes.get(Event.CONTENT_TYPE);
    if (contentType != null && !PRINTABLE.matcher(contentType).matches()) {
      problems.add(
          "datacontenttype is '%s'; a media type is printable ASCII.".formatted(contentType));
    }
    for (var name : attributes.keySet()) {
      if (!NAME.matcher(name).matches() || name.equals("data")) {
        problems.add("'%s' names no attribute; use a-z and 0-9 only.".formatted(name));
      }
    }
    return problems;
  }

  private static boolean isUri(String value) {
    try {
      new URI(value);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
