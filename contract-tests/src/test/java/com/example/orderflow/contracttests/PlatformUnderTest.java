package com.example.orderflow.contracttests;

import com.example.orderflow.localplatform.LocalPlatform;
import com.example.orderflow.localplatform.PlatformListener;
import com.example.orderflow.localplatform.PlatformOptions;
import java.nio.file.Path;

/** A platform inside this process; its servers and functions are processes of their own. */
final class PlatformUnderTest implements AutoCloseable {
  private final LocalPlatform platform;
  private final Client client;

  private PlatformUnderTest(PlatformOptions options) {
    platform = new LocalPlatform(options, PlatformListener.SILENT);
    platform.start();
    client = new Client(options.data());
  }

  static PlatformUnderTest on(Path data) {
    return with(new PlatformOptions(Checkout.HOME, data, 0));
  }

  static PlatformUnderTest with(PlatformOptions options) {
    return new PlatformUnderTest(options);
  }

  Client client() {
    return client;
  }

  @Override
  public void close() {
    platform.close();
  }
}
