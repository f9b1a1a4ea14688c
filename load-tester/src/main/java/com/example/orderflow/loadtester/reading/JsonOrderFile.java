package com.example.orderflow.loadtester.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Orders as JSON. Each file has an order, an array of orders, or one after the other (JSON lines);
 * where an order may stand, a CloudEvent {@code order.created} or a sample may stand too.
 */
public final class JsonOrderFile implements OrderFile {
  private final List<Named> files;
  private final long count;

  private record Named(String name, Path path) {}

  private JsonOrderFile(List<Named> files) {
    this.files = files;
    try (Orders orders = orders()) {
      long seen = 0;
      for (; orders.hasNext(); orders.next()) {
        seen++;
      }
      count = seen;
    }
  }

  /**
   * Reads a file, or the {@code *.json} files of a directory in the order of their names.
   *
   * @throws IOException also when a directory has none
   */
  public static JsonOrderFile read(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return new JsonOrderFile(List.of(new Named(path.toString(), path)));
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Named> files =
          entries
              .filter(entry -> entry.toString().endsWith(".json"))
              .sorted()
              .map(entry -> new Named(entry.toString(), entry))
              .toList();
      if (files.isEmpty()) {
        throw new IOException(
            "%s: there is no .json file in this folder. Nothing was sent.".formatted(path));
      }
      return new JsonOrderFile(files);
    }
  }

  /** Reads a stream to its end; it is kept in a temporary file until this process ends. */
  public static JsonOrderFile read(InputStream in) throws IOException {
    Path copy = Files.createTempFile("orders", ".json");
    copy.toFile().deleteOnExit();
    Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    return new JsonOrderFile(List.of(new Named("standard input", copy)));
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public List<Notice> notices() {
    return List.of();
  }

  @Override
  public Orders orders() {
    return new Joined(files.iterator());
  }

  /** The orders of several files; one file is open at a time. */
  private static final class Joined extends Orders {
    private final Iterator<Named> files;
    private JsonOrders current;

    Joined(Iterator<Named> files) {
      this.files = files;
    }

    @Override
    protected OutgoingOrder read() {
      while (current == null || !current.hasNext()) {
        close();
        if (!files.hasNext()) {
          return null;
        }
        current = open(files.next());
      }
      return current.next();
    }

    @Override
    public void close() {
      if (current != null) {
        current.close();
      }
    }

    private static JsonOrders open(Named file) {
      try {
        return new JsonOrders(file.name(), Files.newInputStream(file.path()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
