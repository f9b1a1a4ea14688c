package com.example.orderflow.eventpolicy;

import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * One line per event that was not answered with an event. Never its data, and so not a refusal's
 * detail either, which quotes it: the answer has that.
 *
 * <p>Keys: {@code status}, {@code problem}, {@code type} and {@code event} (id), {@code cause}.
 */
final class EventLog {

  private static final Logger LOG = Logger.getLogger("orderflow.events");

  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
  private static final int LONGEST = 100;

  void failed(Envelope envelope, Problem problem, Throwable failure) {
    String type = envelope == null ? "-" : plain(envelope.type());
    String id = envelope == null ? "-" : plain(envelope.id());
    switch (problem.type()) {
      case BUG ->
          LOG.errorf(
              failure,
              "event.failed status=%d type=%s event=%s",
              problem.type().status(),
              type,
              id);
      case UNAVAILABLE ->
          LOG.warnf(
              "event.postponed status=%d type=%s event=%s cause=\"%s\"",
              problem.type().status(), type, id, plain(problem.detail()));
      default ->
          LOG.warnf(
              "event.refused status=%d problem=%s type=%s event=%s",
              problem.type().status(), problem.type(), type, id);
    }
  }

  /** The sender chose these values: they may not break the line, or fill the disk. */
  private static String plain(String value) {
    String printable = UNPRINTABLE.matcher(value).replaceAll("?");
    return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST);
  }
}
