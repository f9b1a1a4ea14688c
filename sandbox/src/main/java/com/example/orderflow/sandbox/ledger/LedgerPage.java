package com.example.orderflow.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Some entries in the order of their sequence.
 *
 * @param next where the next page begins, to be sent as {@code after}; null when there was no more
 */
@RegisterForReflection
public record LedgerPage(
    List<LedgerEntry> entries, @JsonInclude(JsonInclude.Include.ALWAYS) Long next) {

  public LedgerPage {
    entries = List.copyOf(entries);
  }

  /**
   * @param read up to one entry more than the page may have: the sign that there is more
   */
  static LedgerPage of(List<LedgerEntry> read, int limit) {
    if (read.size() <= limit) {
      return new LedgerPage(read, null);
    }
    List<LedgerEntry> page = read.subList(0, limit);
    return new LedgerPage(page, page.getLast().sequence());
  }
}
