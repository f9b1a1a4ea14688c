package com.example.orderflow.events;

import static com.example.orderflow.events.Contract.MAPPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records and the JSON Schemas are one contract, written twice. */
class SchemaTest {

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void whatARecordWritesIsWhatItsSchemaDescribes(
      @ForAll("payloads") Tuple2<EventType, EventData> payload) throws JsonProcessingException {
    JsonNode written = MAPPER.readTree(MAPPER.writeValueAsString(payload.get2()));

    assertThat(Contract.schemaAccepts(payload.get1(), written)).as("%s", written).isTrue();
    assertThat(MAPPER.treeToValue(written, payload.get1().payload())).isEqualTo(payload.get2());
  }

  @Provide
  Arbitrary<Tuple2<EventType, EventData>> payloads() {
    return Arbitraries.of(EventType.class)
        .flatMap(type -> Payloads.of(type).map(data -> Tuple.of(type, data)));
  }

  @ParameterizedTest
  @EnumSource
  void theSampleEventIsReadAndWrittenUnchanged(EventType type) throws JsonProcessingException {
    JsonNode data = Contract.sampleOf(type).get("data");

    EventData read = MAPPER.treeToValue(data, type.payload());

    assertThat(Contract.schemaAccepts(type, data)).isTrue();
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(read))).isEqualTo(data);
  }

  @ParameterizedTest
  @EnumSource
  void schemaAndRecordRefuseTheSameMutants(EventType type) {
    for (Mutant mutant : Mutant.of(Contract.sampleOf(type).get("data"))) {
      assertThat(Contract.recordAccepts(type, mutant.data()))
          .as("%s: the schema says, the record has to agree: %s", type, mutant.change())
          .isEqualTo(Contract.schemaAccepts(type, mutant.data()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaNamesTheRecordsComponents(EventType type) {
    JsonNode schema = Contract.schemaOf(type);

    assertThat(schema.get("$id").textValue()).isEqualTo(type.dataSchema());
    assertThat(schema.get("title").textValue()).isEqualTo(type.type());
    assertSameNames(type.payload(), schema);
  }

  private static void assertSameNames(Class<?> record, JsonNode schema) {
    Set<String> names = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.textValue()));

    assertThat(names).as("%s", record).isEqualTo(names(record, false));
    if (record != Destination.class) { // required by some of those who use it, not by itself
      assertThat(required).as("required in %s", record).isEqualTo(names(record, true));
    }
    for (RecordComponent component : record.getRecordComponents()) {
      JsonNode property = schema.path("properties").path(component.getName());
      if (component.getType().isRecord()) {
        assertSameNames(component.getType(), property);
      } else if (component.getGenericType() instanceof ParameterizedType list) {
        assertSameNames((Class<?>) list.getActualTypeArguments()[0], property.path("items"));
      }
    }
  }

  private static Set<String> names(Class<?> record, boolean onlyRequired) {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> !onlyRequired || Payloads.isRequired(component))
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
