package com.example.orderflow.contracttests.contract;

import com.example.orderflow.probe.Call;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The words of the contract: sentences about one platform, which all of them share. They wait much
 * and do little, so they are run at the same time; each has a key of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class Contract {
  static final Path MANIFESTS = Path.of("src/test/resources/contract").toAbsolutePath();

  private static final Map<String, String> NOT_RUN = new ConcurrentSkipListMap<>();
  private static PlatformUnderContract platform;

  final String key = "k" + UUID.randomUUID().toString().substring(0, 13);
  final DeskClient desk = new DeskClient(() -> platform().desk());

  static void isAbout(PlatformUnderContract platformUnderContract) {
    platform = platformUnderContract;
  }

  static PlatformUnderContract platform() {
    return platform;
  }

  static void notRun(String test, String reason) {
    NOT_RUN.put(test, reason);
  }

  /** What could not be run, with the reasons. */
  static Map<String, String> notRun() {
    return Map.copyOf(NOT_RUN);
  }

  /** A value that differs on purpose; docs/fidelity.md says why. */
  static <T> T differs(T here, T real) {
    return platform.isLocal() ? here : real;
  }

  /** The headers of an event in binary mode, whose subject is the key. */
  Map<String, String> event(String type) {
    return event(type, key);
  }

  static Map<String, String> event(String type, String subject) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", "id-" + subject);
    headers.put("ce-source", "/contract");
    headers.put("ce-type", type);
    headers.put("ce-subject", subject);
    headers.put("content-type", "application/json");
    return headers;
  }

  static Http.Response post(Map<String, String> event, String data) {
    return Http.send("POST", broker(), event, data);
  }

  static URI broker() {
    return platform.broker("contract");
  }

  /** The address of the desk in the cluster, as dead letters name it. */
  static String clusterUri(String place) {
    return "http://desk.%s.svc.cluster.local/probe/%s"
        .formatted(PlatformUnderContract.NAMESPACE, place);
  }

  static String text(Call call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }
}
