package com.example.orderflow.localplatform.serving;

import java.io.IOException;
import java.util.List;

/** What runs in place of a container: the one thing about a Service that a machine must know. */
public interface Programs {
  /**
   * The program and its arguments.
   *
   * @param slot the instance's number among those of the Service that run now, from 1
   * @throws IOException when it is not built; the message says how to build it
   */
  List<String> command(ServiceSpec service, int slot) throws IOException;
}
