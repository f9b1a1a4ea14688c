package com.example.orderflow.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LedgerPageTest {

  @Test
  void thePageAfterTheLastHasNoNext() {
    assertThat(LedgerPage.of(entries(3), 3).next()).isNull();
  }

  @Test
  void anEntryTooMuchIsTheSignThatThereIsMore() {
    LedgerPage page = LedgerPage.of(entries(4), 3);

    assertThat(page.entries()).extracting(LedgerEntry::sequence).containsExactly(1L, 2L, 3L);
    assertThat(page.next()).isEqualTo(3);
  }

  @Test
  void anEmptyLedgerIsOneEmptyPage() {
    assertThat(LedgerPage.of(List.of(), 3)).isEqualTo(new LedgerPage(List.of(), null));
  }

  private static List<LedgerEntry> entries(int count) {
    return LongStream.rangeClosed(1, count).mapToObj(LedgerPageTest::entry).toList();
  }

  private static LedgerEntry entry(long sequence) {
    return new LedgerEntry(sequence, Kind.CHARGE, "1", "ch_1", 1L, "GBP", Instant.EPOCH);
  }
}
