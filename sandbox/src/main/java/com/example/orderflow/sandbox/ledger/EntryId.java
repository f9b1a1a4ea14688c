package com.example.orderflow.sandbox.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids of charges, refunds and the like. They follow from the idempotency key, which is the
 * request's only identity: two effects never share an id, and the ledger of a run can be foretold.
 */
public final class EntryId {

  private EntryId() {}

  /**
   * @param prefix tells people what the id is of
   */
  public static String of(String prefix, IdempotentRequest request) {
    byte[] name = request.key().getBytes(StandardCharsets.UTF_8);
    return prefix + "_" + UUID.nameUUIDFromBytes(name).toString().replace("-", "");
  }
}
