package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every value that a payload record admits, made from its components. */
final class Payloads {
  /** Records whose numbers are checked; those of an order are as the customer sent them. */
  private static final Set<Class<?>> POSITIVE = Set.of(Item.class, Money.class);

  private Payloads() {}

  static Arbitrary<EventData> of(EventType type) {
    return record(type.payload()).map(EventData.class::cast);
  }

  static boolean isRequired(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property != null && property.required();
  }

  private static Arbitrary<Object> record(Class<?> type) {
    List<Arbitrary<Object>> components =
        Arrays.stream(type.getRecordComponents()).map(Payloads::component).toList();
    return Combinators.combine(components).as(values -> construct(type, values));
  }

  private static Arbitrary<Object> component(RecordComponent component) {
    Arbitrary<Object> value = value(component, component.getGenericType());
    return isRequired(component) ? value : value.injectNull(0.2);
  }

  private static Arbitrary<Object> value(RecordComponent component, Type type) {
    if (type == long.class) {
      boolean positive = POSITIVE.contains(component.getDeclaringRecord()) && isRequired(component);
      return Arbitraries.longs().between(positive ? 1 : Long.MIN_VALUE, Long.MAX_VALUE).asGeneric();
    }
    if (type == String.class) {
      return text(component).asGeneric();
    }
    if (type instanceof ParameterizedType list) {
      Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
      int fewest = element == Violation.class ? 1 : 0;
      return record(element).list().ofMinSize(fewest).ofMaxSize(5).asGeneric();
    }
    if (type == Destination.class && isRequired(component)) {
      return record(Destination.class).filter(Payloads::isKnown);
    }
    return record((Class<?>) type);
  }

  private static Arbitrary<String> text(RecordComponent component) {
    if (component.getName().equals("orderId")) {
      return Arbitraries.strings()
          .alpha()
          .numeric()
          .withChars("._:-")
          .ofMinLength(1)
          .ofMaxLength(64);
    }
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(100);
    return isRequired(component) ? text.filter(value -> !value.isBlank()) : text;
  }

  private static boolean isKnown(Object destination) {
    String country = ((Destination) destination).country();
    return country != null && !country.isBlank();
  }

  private static Object construct(Class<?> type, List<Object> values) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type + " refuses " + values, e);
    }
  }
}
