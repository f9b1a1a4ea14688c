package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How PostgreSQL's programs are called. */
record PostgresCommands(PostgresBinaries binaries, List<String> prefix) {

  static final String SUPERUSER = "postgres";

  /** Durable, on loopback only, and small: the whole idle platform shares 900 MB. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("shared_buffers", "32MB"),
          Map.entry("max_connections", "100"),
          Map.entry("timezone", "UTC"),
          Map.entry("io_method", "sync"), // else three processes that wait to read
          Map.entry("jit", "off"), // costs more than any of our queries
          Map.entry("wal_level", "minimal"), // nobody replicates
          Map.entry("max_wal_senders", "0"),
          Map.entry("max_logical_replication_workers", "0"));

  /**
   * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, and its files
   * are root's still.
   */
  static PostgresCommands of(PostgresBinaries binaries) throws IOException {
    Path ours = binaries.folder();
    boolean root =
        ours.getFileSystem().supportedFileAttributeViews().contains("unix")
            && Files.getAttribute(ours, "unix:uid").equals(0);
    return new PostgresCommands(binaries, root ? List.of("unshare", "-U") : List.of());
  }

  Command initdb(Path data, Path passwordFile) {
    return command(
        "initdb",
        "initdb",
        "--pgdata=" + data,
        "--username=" + SUPERUSER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C");
  }

  Command server(String name, Path data, int port) {
    List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
    arguments.addAll(List.of("-p", Integer.toString(port)));
    SETTINGS.forEach((key, value) -> arguments.addAll(List.of("-c", key + "=" + value)));
    return command(name, "postgres", arguments.toArray(String[]::new));
  }

  /** Ends sessions and writes a checkpoint, which SIGTERM would leave to the sessions' clients. */
  Command stop(String name, Path data) {
    return command(name, "pg_ctl", "stop", "-D", data.toString(), "--mode=fast", "--no-wait");
  }

  private Command command(String name, String program, String... arguments) {
    List<String> all = new ArrayList<>(prefix);
    all.add(binaries.program(program).toString());
    all.addAll(List.of(arguments));
    return new Command(name, all, Map.of());
  }
}
