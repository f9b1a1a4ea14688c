package com.example.orderflow.loadtester.reading;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** The lines of a retail file, one in memory at a time. */
final class RetailRows implements Iterator<RetailRow>, Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final MappingIterator<String[]> cells;
  private final RetailCells columns;

  /** Where the present row begins. */
  private long line = 1;

  RetailRows(Path file, Notices notices) throws IOException {
    this.file = file;
    this.cells =
        new CsvMapper()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .readerFor(String[].class)
            .readValues(open(file, notices));
    this.columns = new RetailCells(file.toString(), header(), notices);
  }

  /** Reads a file again that was read before, so that there is nothing to say about it. */
  static RetailRows again(Path file) {
    try {
      return new RetailRows(file, new Notices(file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    boolean more = reading(cells::hasNext);
    line = cells.getParser().currentLocation().getLineNr();
    return more;
  }

  @Override
  public RetailRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return columns.row(line, reading(cells::next));
  }

  @Override
  public void close() {
    try {
      cells.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String[] header() {
    String[] header = hasNext() ? reading(cells::next) : new String[0];
    return Arrays.stream(header).map(String::strip).toArray(String[]::new);
  }

  private <T> T reading(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      if (e.getCause() instanceof JacksonException broken) {
        throw new OrderFileException(
            file.toString(), line, broken.getOriginalMessage(), "Correct the CSV");
      }
      throw e;
    }
  }

  private static Reader open(Path file, Notices notices) throws IOException {
    BufferedReader reader = Files.newBufferedReader(file, charset(file, notices));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** Spreadsheets still write ISO 8859-1, in which every sequence of bytes is a text. */
  private static Charset charset(Path file, Notices notices) throws IOException {
    try (Reader reader =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
      reader.transferTo(Writer.nullWriter());
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      notices.add(1, "the file is not UTF-8; it was read as ISO 8859-1");
      return StandardCharsets.ISO_8859_1;
    }
  }
}
