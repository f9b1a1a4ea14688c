package com.example.orderflow.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number that makes sense: refused before anything starts when it does not. */
abstract sealed class NumberInRange<N extends Number> implements ITypeConverter<N> {
  private final Function<String, N> parse;
  private final String kind;
  private final double least;
  private final double most;

  private NumberInRange(Function<String, N> parse, String kind, double least, double most) {
    this.parse = parse;
    this.kind = kind;
    this.least = least;
    this.most = most;
  }

  /** How many, or how many seconds. */
  static final class Count extends NumberInRange<Integer> {
    Count() {
      super(Integer::valueOf, "a whole number", 1, 1e6);
    }
  }

  /** A pause, or none. */
  static final class Seconds extends NumberInRange<Integer> {
    Seconds() {
      super(Integer::valueOf, "a whole number", 0, 3_600);
    }
  }

  /** A TCP port; 0 is a free one. */
  static final class Port extends NumberInRange<Integer> {
    Port() {
      super(Integer::valueOf, "a whole number", 0, 65_535);
    }
  }

  /** A time, a share or a price. */
  static final class Quantity extends NumberInRange<Double> {
    Quantity() {
      super(Double::valueOf, "a number", 0, 1e9);
    }
  }

  @Override
  public N convert(String value) {
    try {
      N number = parse.apply(value);
      if (number.doubleValue() >= least && number.doubleValue() <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as of a number that is too small
    }
    throw new TypeConversionException(
        "%s is not %s from %.0f to %,.0f".formatted(value, kind, least, most));
  }
}
