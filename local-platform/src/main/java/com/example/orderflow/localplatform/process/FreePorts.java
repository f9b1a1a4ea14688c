package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/**
 * Hands out loopback ports, each at most once. A port that was used last time is used again when it
 * is still free, so that addresses stay the same between runs.
 */
public final class FreePorts {
  private final Set<Integer> given = new HashSet<>();

  /** The wanted port if it is free, else any; 0 wants none in particular. */
  public synchronized int near(int wanted) throws IOException {
    if (wanted > 0 && !given.contains(wanted) && isFree(wanted)) {
      given.add(wanted);
      return wanted;
    }
    int port;
    do {
      port = any();
    } while (!given.add(port));
    return port;
  }

  /** Whoever had the port is gone: it may be given again. */
  public synchronized void release(int port) {
    given.remove(port);
  }

  private static int any() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // else a port of the last run is taken for a minute more
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether somebody answers on the port. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
