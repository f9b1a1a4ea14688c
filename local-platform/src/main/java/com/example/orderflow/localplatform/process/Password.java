package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random password that stays the same between runs, in a file that only its owner reads. */
public final class Password {
  /** No two programs guess the same: 192 bits. */
  private static final int BYTES = 24;

  private Password() {}

  public static String in(Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.createDirectories(file.getParent());
      // a temporary file is its owner's alone (0600), and a move keeps that
      Path unfinished = Files.createTempFile(file.getParent(), file.getFileName().toString(), "");
      Files.writeString(unfinished, random());
      Files.move(unfinished, file);
    }
    return Files.readString(file);
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
