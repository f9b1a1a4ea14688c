package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {
  @TempDir Path folder;

  @Test
  void aPasswordStaysTheSameAndIsNoOthers() throws IOException {
    String password = Password.in(folder.resolve("passwords").resolve("sandbox"));

    assertThat(Password.in(folder.resolve("passwords").resolve("sandbox"))).isEqualTo(password);
    assertThat(Password.in(folder.resolve("passwords").resolve("ship-order")))
        .isNotEqualTo(password);
    assertThat(password).matches("[0-9a-f]{48}");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a file's permissions are its folder's")
  void onlyItsOwnerReadsIt() throws IOException {
    Path file = folder.resolve("sandbox");
    Password.in(file);

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
