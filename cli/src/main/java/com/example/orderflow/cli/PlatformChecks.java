package com.example.orderflow.cli;

import com.example.orderflow.localplatform.DataFolder;
import com.example.orderflow.localplatform.PlatformAddresses;
import com.example.orderflow.localplatform.PlatformStatus;
import com.example.orderflow.localplatform.serving.BuiltFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether the programs are built, and how the platform on a data folder fares. */
final class PlatformChecks {
  private static final long MB = 1_000_000;

  private static final List<String> SERVERS = List.of("orchestration", "sandbox");

  private PlatformChecks() {}

  static Finding programs(Path home) throws IOException {
    Stream<String> functions = BuiltFunction.names(home).stream().map("functions/"::concat);
    List<String> programs = Stream.concat(functions, SERVERS.stream()).toList();
    List<String> missing =
        programs.stream().filter(program -> !Files.exists(jar(home, program))).toList();
    if (!missing.isEmpty()) {
      return Finding.bad(
          "programs", "not built: " + missing, "any ./orderflow command builds them");
    }
    List<String> stale = programs.stream().filter(program -> isStale(home, program)).toList();
    return stale.isEmpty()
        ? Finding.good("programs", "built: " + programs)
        : Finding.note(
            "programs", "older than their sources: " + stale, "the next command builds them");
  }

  static List<Finding> platform(Path data) {
    return DataFolder.running(data)
        .map(PlatformChecks::running)
        .orElseGet(
            () -> List.of(Finding.note("platform", "none runs on " + data, "./orderflow up")));
  }

  private static List<Finding> running(PlatformAddresses addresses) {
    PlatformStatus status = new PlatformClient(addresses).status();
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.good("platform", "takes events at " + addresses.broker()));
    status.services().stream()
        .filter(service -> service.state().equals("CRASH_LOOP"))
        .forEach(
            service ->
                findings.add(
                    Finding.bad(
                        service.name(),
                        "does not stay up, after %d starts".formatted(service.starts()),
                        "see logs/%s-1.log in the data folder".formatted(service.name()))));
    for (PlatformStatus.RunningProcess process : status.processes()) {
      findings.add(
          Finding.good(
              "memory",
              "%,5d MB  %s (pid %d)"
                  .formatted(process.memoryBytes() / MB, process.name(), process.pid())));
    }
    findings.add(
        Finding.good("memory", "%,5d MB  in all (PSS)".formatted(status.memoryBytes() / MB)));
    return findings;
  }

  private static boolean isStale(Path home, String program) {
    try (Stream<Path> sources = Files.walk(home.resolve(program).resolve("src/main"))) {
      FileTime built = Files.getLastModifiedTime(jar(home, program));
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar(Path home, String program) {
    return home.resolve(program).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
