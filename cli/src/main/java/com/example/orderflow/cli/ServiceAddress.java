package com.example.orderflow.cli;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a service answers: refused before anything starts when it is no such address. */
final class ServiceAddress implements ITypeConverter<URI> {

  @Override
  public URI convert(String value) {
    try {
      URI address = URI.create(value);
      if (address.getHost() != null && address.getScheme().matches("https?")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below, as of an address without a host
    }
    throw new TypeConversionException(
        "%s is no address of a service; write it as http://HOST:PORT".formatted(value));
  }
}
