package com.example.orderflow.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A file that a command writes at its end: refused before anything starts when it could not be, and
 * not after a load test of an hour.
 */
final class OutputFile implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    Path file = Path.of(value);
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new TypeConversionException("%s is a folder; name a file in it".formatted(value));
    }
    if (!Files.isDirectory(folder)) {
      throw new TypeConversionException(
          "%s: there is no folder %s; make it first".formatted(value, folder));
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new TypeConversionException("%s may not be written by you".formatted(value));
    }
    return file;
  }
}
