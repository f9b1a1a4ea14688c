package com.example.orderflow.localplatform.serving;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lets the functions of a platform that runs be those of another build.
 *
 * <pre>
 *   PUT ?variant=aot ─► is each function built so? ─┬─ no ──► 409, what builds it
 *                                                   └─ yes ─► those that run finish, and end ─► 204
 * </pre>
 *
 * Without a variant it is again what was built last. No request is lost: what comes meanwhile waits
 * for the first instance of the other build.
 */
public final class FunctionSwitch implements Handler<HttpServerRequest> {
  private static final List<String> KNOWN =
      Arrays.stream(Variant.values()).map(Variant::id).toList();

  private final Vertx vertx;
  private final BuiltPrograms programs;
  private final Serving serving;

  public FunctionSwitch(Vertx vertx, BuiltPrograms programs, Serving serving) {
    this.vertx = vertx;
    this.programs = programs;
    this.serving = serving;
  }

  @Override
  public void handle(HttpServerRequest request) {
    String wanted = request.getParam("variant");
    Optional<Variant> variant = Variant.of(wanted);
    if (request.method() != HttpMethod.PUT) {
      answer(request, 405, "PUT, with variant=" + String.join("|", KNOWN));
    } else if (wanted != null && variant.isEmpty()) {
      answer(request, 400, "variant: \"%s\" is none of %s".formatted(wanted, KNOWN));
    } else {
      to(variant)
          .onSuccess(done -> request.response().setStatusCode(204).end())
          .onFailure(notBuilt -> answer(request, 409, "not built: " + notBuilt.getMessage()));
    }
  }

  /** Fails when a function is not built so; then all stays as it is. */
  Future<Void> to(Optional<Variant> variant) {
    List<ServiceSpec> functions =
        serving.specs().stream().filter(spec -> programs.function(spec).isPresent()).toList();
    return vertx
        .<Void>executeBlocking(
            () -> {
              if (variant.isPresent()) {
                check(functions, variant.get());
              }
              programs.use(variant);
              return null;
            })
        .compose(ready -> serving.renew(functions.stream().map(ServiceSpec::name).toList()));
  }

  private void check(List<ServiceSpec> functions, Variant variant)
      throws IOException, InterruptedException {
    for (ServiceSpec function : functions) {
      programs.function(function).orElseThrow().checked(variant);
    }
  }

  private static void answer(HttpServerRequest request, int status, String text) {
    request.response().setStatusCode(status).end(text);
  }
}
