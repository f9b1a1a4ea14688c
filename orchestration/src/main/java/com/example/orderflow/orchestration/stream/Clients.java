package com.example.orderflow.orchestration.stream;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected to a stream. */
final class Clients {
  private final Set<Client> connected = ConcurrentHashMap.newKeySet();

  void add(Client client) {
    connected.add(client);
  }

  void remove(Client client) {
    connected.remove(client);
  }

  int size() {
    return connected.size();
  }

  boolean isEmpty() {
    return connected.isEmpty();
  }

  void wake() {
    connected.forEach(Client::wake);
  }

  void beat(Duration patience) {
    connected.forEach(client -> client.beat(patience));
  }

  void end() {
    connected.forEach(Client::end);
  }
}
