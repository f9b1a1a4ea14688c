package com.example.orderflow.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many, or how many seconds: from 1 to {@value #MOST}. */
final class WholeNumber implements ITypeConverter<Integer> {
  static final int MOST = 1_000_000;

  @Override
  public Integer convert(String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as of a number that is too small
    }
    throw new TypeConversionException(
        "%s is not a whole number from 1 to %d".formatted(value, MOST));
  }
}
