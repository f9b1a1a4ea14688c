package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.process.KafkaServer;
import com.example.orderflow.localplatform.process.PostgresServer;
import com.example.orderflow.localplatform.process.ProportionalSetSize;
import com.example.orderflow.localplatform.serving.ServiceStatus;
import com.example.orderflow.localplatform.serving.Serving;
import java.util.ArrayList;
import java.util.List;

/** Counts what runs, and its memory. */
record Census(
    KafkaServer kafka, PostgresServer postgres, Deployments deployments, Serving serving) {

  PlatformStatus status() {
    List<ServiceStatus> services =
        serving.status().toCompletionStage().toCompletableFuture().join();
    List<PlatformStatus.RunningProcess> processes = new ArrayList<>();
    long self = ProcessHandle.current().pid();
    processes.add(
        new PlatformStatus.RunningProcess(
            "platform", self, ProportionalSetSize.of(self).orElse(-1)));
    processes.add(process("kafka", kafka.pid()));
    processes.add(process("postgres", postgres.pid()));
    deployments.running().forEach((name, server) -> processes.add(process(name, server.pid())));
    for (ServiceStatus service : services) {
      service.instances().forEach(i -> processes.add(process(service.name(), i.pid())));
    }
    return new PlatformStatus(processes, services.stream().map(Census::service).toList());
  }

  private static PlatformStatus.RunningProcess process(String name, long pid) {
    return new PlatformStatus.RunningProcess(name, pid, ProportionalSetSize.ofTree(pid).orElse(-1));
  }

  private static PlatformStatus.Service service(ServiceStatus status) {
    return new PlatformStatus.Service(
        status.name(),
        status.state().name(),
        status.instances().size(),
        status.instances().stream().mapToInt(ServiceStatus.InstanceStatus::inFlight).sum(),
        status.waiting(),
        status.starts());
  }
}
