package com.example.orderflow.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file that a command reads: refused before anything starts when it cannot be. */
final class InputFile implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    Path file = Path.of(value);
    if (Files.notExists(file)) {
      throw new TypeConversionException("there is no file " + value);
    }
    if (Files.isDirectory(file)) {
      throw new TypeConversionException("%s is a folder; name a file in it".formatted(value));
    }
    if (!Files.isReadable(file)) {
      throw new TypeConversionException("%s may not be read by you".formatted(value));
    }
    return file;
  }
}
