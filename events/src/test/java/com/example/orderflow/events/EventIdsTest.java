package com.example.orderflow.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventIdsTest {
  @Property
  void theSameCauseGivesTheSameReplyId(
      @ForAll String source, @ForAll String id, @ForAll EventType reply) {
    String first = EventIds.ofReply(source, id, reply);

    assertThat(EventIds.ofReply(new String(source), new String(id), reply)).isEqualTo(first);
    assertThat(UUID.fromString(first).version()).isEqualTo(3);
  }

  @Property
  void anotherCauseOrReplyGivesAnotherId(
      @ForAll("causes") Cause one, @ForAll("causes") Cause other) {
    assertThat(one.replyId().equals(other.replyId())).isEqualTo(one.equals(other));
  }

  @Provide
  Arbitrary<Cause> causes() {
    // few and short, so that equal and nearly equal causes come up
    Arbitrary<String> part = Arbitraries.strings().withChars("ab1:").ofMaxLength(3);
    return Combinators.combine(part, part, Arbitraries.of(EventType.class)).as(Cause::new);
  }

  record Cause(String source, String id, EventType reply) {
    String replyId() {
      return EventIds.ofReply(source, id, reply);
    }
  }

  @Test
  void whereOnePartEndsAndTheNextBeginsMatters() {
    assertThat(EventIds.ofReply("ab", "c", EventType.ORDER_SHIPPED))
        .isNotEqualTo(EventIds.ofReply("a", "bc", EventType.ORDER_SHIPPED));
  }

  @ParameterizedTest
  @EnumSource
  void theSampleEventCarriesTheIdOfItsCause(EventType type) {
    JsonNode sample = Contract.sampleOf(type);

    if (type == EventType.ORDER_CREATED) {
      assertThat(text(sample, "id")).isEqualTo(EventIds.ofOrder(text(sample, "subject")));
    } else {
      JsonNode cause = sampleWithId(text(sample, Extension.CAUSATION_ID));
      assertThat(text(sample, "id"))
          .isEqualTo(EventIds.ofReply(text(cause, "source"), text(cause, "id"), type));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSampleEventCarriesTheAttributesOfItsType(EventType type) {
    JsonNode sample = Contract.sampleOf(type);
    String orderId = sample.at("/data/orderId").textValue();

    assertThat(text(sample, "type")).isEqualTo(type.type());
    assertThat(text(sample, "source")).isEqualTo(type.source());
    assertThat(text(sample, "dataschema")).isEqualTo(type.dataSchema());
    assertThat(text(sample, "subject")).isEqualTo(orderId);
    assertThat(text(sample, Extension.PARTITION_KEY)).isEqualTo(orderId);
    assertThat(text(sample, Extension.TRACE_PARENT)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  /** Another sample: what an event says is its cause is one that is there. */
  private static JsonNode sampleWithId(String id) {
    return Arrays.stream(EventType.values())
        .map(Contract::sampleOf)
        .filter(sample -> text(sample, "id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample event has the id " + id));
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).textValue();
  }
}
