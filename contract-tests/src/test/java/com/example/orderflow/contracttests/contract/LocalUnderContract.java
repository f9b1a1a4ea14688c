package com.example.orderflow.contracttests.contract;

import com.example.orderflow.localplatform.LocalPlatform;
import com.example.orderflow.localplatform.PlatformListener;
import com.example.orderflow.localplatform.PlatformOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** The local platform, which has every engine. */
final class LocalUnderContract implements PlatformUnderContract {
  private final Path data;
  private final LocalPlatform platform;

  LocalUnderContract(Path home, Path data) {
    this.data = data;
    this.platform =
        new LocalPlatform(
            new PlatformOptions(home, data, 0)
                .withManifests(Contract.MANIFESTS.resolve("platform"))
                .withArgoManifests(Contract.MANIFESTS.resolve("argo")),
            PlatformListener.SILENT);
    platform.start();
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public Set<Engine> engines() {
    return EnumSet.allOf(Engine.class);
  }

  @Override
  public URI desk() {
    return service("desk");
  }

  @Override
  public URI service(String name) {
    return platform.addresses().services().get(name);
  }

  @Override
  public URI broker(String name) {
    return platform.addresses().http().resolve("/%s/%s".formatted(NAMESPACE, name));
  }

  @Override
  public URI argo() {
    return platform.addresses().http();
  }

  @Override
  public String argoToken() {
    try {
      return Files.readString(data.resolve("passwords/orchestration-argo"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int instances(String service) {
    JsonNode status = Http.get(platform.addresses().http().resolve("/platform/status")).json();
    for (JsonNode each : status.get("services")) {
      if (each.get("name").asText().equals(service)) {
        return each.get("instances").asInt();
      }
    }
    throw new IllegalArgumentException("no Service " + service);
  }

  @Override
  public void close() {
    platform.close();
  }
}
