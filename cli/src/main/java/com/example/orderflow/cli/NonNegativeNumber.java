package com.example.orderflow.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration, a share or a price: from 0 to a thousand million. */
final class NonNegativeNumber implements ITypeConverter<Double> {
  private static final double MOST = 1e9;

  @Override
  public Double convert(String value) {
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as of a number that is too small
    }
    throw new TypeConversionException("%s is not a number from 0 to %,.0f".formatted(value, MOST));
  }
}
