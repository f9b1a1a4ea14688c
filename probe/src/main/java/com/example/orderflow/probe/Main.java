package com.example.orderflow.probe;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;

/** The desk, or a probe when {@code DESK_URL} says where the desk is. */
final class Main {
  private static final int WAITING_CONNECTIONS = 1_000;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, String> env = System.getenv();
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                env.getOrDefault("QUARKUS_HTTP_HOST", "0.0.0.0"),
                Integer.parseInt(env.getOrDefault("PORT", "8080"))),
            WAITING_CONNECTIONS);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    String desk = env.get("DESK_URL");
    if (desk == null) {
      new Desk().serve(server);
    } else {
      new Probe(URI.create(desk), env.getOrDefault("K_SERVICE", "probe")).serve(server);
    }
    server.start();
  }
}
