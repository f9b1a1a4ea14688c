package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.process.FreePorts;
import com.example.orderflow.localplatform.process.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** All Services of the platform. */
public final class Serving {
  private final Vertx vertx;
  private final Surroundings surroundings;
  private final Consumer<ServingNotice> notices;
  private final Map<String, Service> services = new ConcurrentSkipListMap<>();

  /**
   * What every Service is given.
   *
   * @param patience how long a request may wait for an instance before another one is started
   * @param busy whether all processors are: another instance would only slow the others down
   */
  record Surroundings(
      Processes processes,
      FreePorts ports,
      Programs programs,
      Duration patience,
      BooleanSupplier busy,
      Consumer<ServingNotice> notices) {

    Surroundings withNotices(Consumer<ServingNotice> others) {
      return new Surroundings(processes, ports, programs, patience, busy, others);
    }
  }

  public Serving(
      Vertx vertx,
      Processes processes,
      FreePorts ports,
      Programs programs,
      Consumer<ServingNotice> notices) {
    this(
        vertx,
        new Surroundings(
            processes, ports, programs, Autoscaler.PATIENCE, new Processors(), notices));
  }

  Serving(Vertx vertx, Surroundings surroundings) {
    this.vertx = vertx;
    this.notices = surroundings.notices();
    this.surroundings = surroundings.withNotices(this::pass);
  }

  /** Opens a Service's address and starts its initial instances; requests wait for them. */
  public Future<Service> start(ServiceSpec spec, int port) {
    Service service = new Service(spec, port, surroundings);
    return vertx
        .deployVerticle(service)
        .map(
            deployed -> {
              services.put(spec.name(), service);
              return service;
            });
  }

  /** Completes when the initial instances of all Services are ready, or have failed to start. */
  public Future<Void> begun() {
    return Future.all(services.values().stream().map(Service::begun).toList()).mapEmpty();
  }

  /** The Service of that name, if it was started. */
  public Optional<Service> service(String name) {
    return Optional.ofNullable(services.get(name));
  }

  /** What all Services say of themselves. */
  List<ServiceSpec> specs() {
    return services.values().stream().map(Service::spec).toList();
  }

  /** Lets these Services start anew: what runs of them finishes what it has, and ends. */
  Future<Void> renew(Collection<String> names) {
    return Future.all(names.stream().map(services::get).map(Service::renew).toList()).mapEmpty();
  }

  public Future<List<ServiceStatus>> status() {
    return Future.all(services.values().stream().map(Service::status).toList())
        .map(all -> all.list());
  }

  /** Finishes the requests that instances have begun, and stops all Services. */
  public Future<Void> stop() {
    List<Service> running = List.copyOf(services.values());
    services.clear();
    return Future.join(running.stream().map(this::stop).toList()).mapEmpty();
  }

  private void pass(ServingNotice notice) {
    notices.accept(notice);
    if (notice instanceof ServingNotice.Stopped && !services.isEmpty()) {
      status()
          .map(all -> all.stream().allMatch(this::isAtRest))
          .onSuccess(
              rest -> {
                if (rest) {
                  notices.accept(new ServingNotice.AtRest());
                }
              });
    }
  }

  private boolean isAtRest(ServiceStatus status) {
    return service(status.name())
        .map(Service::spec)
        .map(ServiceSpec::scaling)
        .filter(status::isAtRest)
        .isPresent();
  }

  private Future<Void> stop(Service service) {
    return vertx.undeploy(service.deploymentID());
  }
}
