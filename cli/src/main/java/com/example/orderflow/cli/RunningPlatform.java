package com.example.orderflow.cli;

import com.example.orderflow.localplatform.DataFolder;
import com.example.orderflow.localplatform.PlatformAddresses;
import java.nio.file.Path;

/** The platform that has to be there already. */
final class RunningPlatform {

  private RunningPlatform() {}

  /**
   * @throws IllegalStateException when none runs on the folder; says how to start one
   */
  static PlatformAddresses on(Path data) {
    return DataFolder.running(data)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no platform runs on %s; start one with ./orderflow up, or name its folder by --data"
                        .formatted(data)));
  }
}
