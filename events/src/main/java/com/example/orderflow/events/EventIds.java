package com.example.orderflow.events;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids that a repeat of the same cause repeats, so that a consumer can drop repeats by (source, id).
 *
 * <p>Name-based UUIDs, version 3 of RFC 9562 section 5.3.
 */
public final class EventIds {

  private EventIds() {}

  /** The id of the {@code order.created} of this order. */
  public static String ofOrder(String orderId) {
    return nameBased(EventType.Source.ORDER_SERVICE, orderId, EventType.Name.ORDER_CREATED);
  }

  /**
   * The id of a reply.
   *
   * @param causeSource source of the event that is answered
   * @param causeId id of the event that is answered
   * @param reply type of the answer; its source names the function
   */
  public static String ofReply(String causeSource, String causeId, EventType reply) {
    return nameBased(causeSource, causeId, reply.source(), reply.type());
  }

  /** Each part goes in with its length, so that ("ab", "c") and ("a", "bc") differ. */
  private static String nameBased(String... parts) {
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      name.append(part.length()).append(':').append(part);
    }
    return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
