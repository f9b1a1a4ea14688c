package com.example.orderflow.orchestration.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between the browser and the service, and can be pulled out.
 *
 * <pre>
 * browser ─► cable ─► service
 * </pre>
 */
final class Cable implements AutoCloseable {
  private final URI service;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final InetSocketAddress address;
  private ServerSocket listener;

  Cable(URI service) throws IOException {
    this.service = service;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    address = (InetSocketAddress) listener.getLocalSocketAddress();
    Thread.ofVirtual().start(this::accept);
  }

  /** Where the service is through the cable. */
  URI url() {
    return URI.create("http://127.0.0.1:" + address.getPort() + "/");
  }

  void pull() throws IOException {
    listener.close();
    for (Socket end : ends) {
      end.close();
    }
    ends.clear();
  }

  void plug() throws IOException {
    listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(address);
    Thread.ofVirtual().start(this::accept);
  }

  @Override
  public void close() throws IOException {
    pull();
  }

  private void accept() {
    try {
      while (true) {
        Socket browser = listener.accept();
        Socket server = new Socket(service.getHost(), service.getPort());
        ends.add(browser);
        ends.add(server);
        Thread.ofVirtual().start(() -> carry(browser, server));
        Thread.ofVirtual().start(() -> carry(server, browser));
      }
    } catch (IOException e) {
      // pulled out
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one of the ends has gone, so the other goes
    }
  }
}
