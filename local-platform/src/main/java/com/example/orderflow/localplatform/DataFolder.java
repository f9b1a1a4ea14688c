package com.example.orderflow.localplatform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The one folder with all that a platform keeps between runs: Kafka's log, PostgreSQL's data,
 * ports, passwords, logs. One platform at a time holds it.
 */
public final class DataFolder implements AutoCloseable {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes hold of the folder, and makes it where it is missing.
   *
   * @throws IllegalStateException when another platform holds it; says which process
   */
  public static DataFolder claim(Path folder) {
    try {
      Path absolute = folder.toAbsolutePath().normalize();
      Files.createDirectories(absolute);
      Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
      FileChannel channel =
          FileChannel.open(
              absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new IllegalStateException(heldBy(absolute));
      }
      return new DataFolder(absolute, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the data folder " + folder + ": " + e, e);
    }
  }

  /** The addresses of the platform that runs on this folder, if one does. */
  public static Optional<PlatformAddresses> running(Path folder) {
    return published(folder).filter(PlatformAddresses::alive);
  }

  /** Tells everybody where the platform answers. */
  public void publish(PlatformAddresses addresses) {
    try {
      Path draft = folder.resolve("platform.json.draft");
      JSON.writeValue(draft.toFile(), addresses);
      Files.move(
          draft,
          folder.resolve("platform.json"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is kept under this name between runs: ports, passwords. */
  public KeptValues kept(String name) {
    return new KeptValues(folder.resolve(name + ".properties"));
  }

  public Path folder() {
    return folder;
  }

  /** A folder inside, made where it is missing. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve("platform.json"));
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // by another platform of this very process
    }
  }

  private static String heldBy(Path folder) {
    return published(folder)
        .map(
            holder ->
                "%s is held by process %d, started %s, at %s; stop that one, or give another folder by --data"
                    .formatted(folder, holder.pid(), holder.startedAt(), holder.http()))
        .orElse(folder + " is held by a platform that is just starting; wait, or use --data");
  }

  private static Optional<PlatformAddresses> published(Path folder) {
    Path file = folder.resolve("platform.json");
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), PlatformAddresses.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // being replaced, or of another version: nobody to talk to
    }
  }
}
