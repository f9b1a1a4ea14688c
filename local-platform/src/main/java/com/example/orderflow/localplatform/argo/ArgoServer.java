package com.example.orderflow.localplatform.argo;

import com.example.orderflow.localplatform.eventing.BoundedBody;
import com.example.orderflow.localplatform.eventing.BrokenRequest;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Argo Server's endpoints in use.
 *
 * <pre>
 * POST   /api/v1/workflows/NAMESPACE/submit   200 the workflow; 409 there is one of that name
 * GET    /api/v1/workflows/NAMESPACE          200 a page, cut down to the fields asked for
 * GET    /api/v1/workflows/NAMESPACE/NAME     200 the workflow with its nodes; 404
 * DELETE /api/v1/workflows/NAMESPACE/NAME     200; 404
 * </pre>
 *
 * Each wants the bearer token; refusals are JSON with {@code code} and {@code message}.
 */
final class ArgoServer implements Handler<HttpServerRequest> {
  private static final Pattern PATH = Pattern.compile("/api/v1/workflows/([^/]+)(?:/([^/]+))?");
  private static final String PREFIX = "listOptions.";

  /** An event of the largest size, escaped as a text of JSON. */
  private static final int LARGEST_BODY = 4_000_000;

  private static final int LARGEST_PAGE = 500;

  private final Vertx vertx;
  private final WorkflowTemplateSpec template;
  private final WorkflowStore store;
  private final Controller controller;
  private final byte[] authorization;
  private final Clock clock;
  private final WorkflowJson json;

  ArgoServer(
      Vertx vertx,
      WorkflowTemplateSpec template,
      WorkflowStore store,
      Controller controller,
      String token,
      Clock clock) {
    this.vertx = vertx;
    this.template = template;
    this.store = store;
    this.controller = controller;
    this.authorization = ("Bearer " + token).getBytes();
    this.clock = clock;
    this.json = new WorkflowJson(template.namespace());
  }

  private interface Work {
    JsonObject run() throws SQLException;
  }

  @Override
  public void handle(HttpServerRequest request) {
    BoundedBody.read(request, LARGEST_BODY)
        .onSuccess(body -> respond(request, body))
        .onFailure(broken -> BrokenRequest.refuse(request, broken));
  }

  private void respond(HttpServerRequest request, Buffer body) {
    answer(() -> work(request, body))
        .onSuccess(answer -> end(request, 200, answer))
        .onFailure(
            failure -> {
              Refused refused = (Refused) failure;
              end(
                  request,
                  refused.reason().status(),
                  new JsonObject()
                      .put("code", refused.reason().code())
                      .put("message", refused.getMessage()));
            });
  }

  private Future<JsonObject> answer(Work work) {
    return vertx
        .executeBlocking(work::run, false)
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof Refused
                        ? failure
                        : new Refused(
                            Refused.Reason.UNAVAILABLE, String.valueOf(failure.getMessage()))));
  }

  private static void end(HttpServerRequest request, int status, JsonObject body) {
    if (!request.response().closed()) {
      request
          .response()
          .setStatusCode(status)
          .putHeader("content-type", "application/json")
          .end(body.toBuffer());
    }
  }

  private JsonObject work(HttpServerRequest request, Buffer body) throws SQLException {
    Matcher path = PATH.matcher(String.valueOf(request.path()));
    authenticate(request);
    if (!path.matches()) {
      throw new Refused(
          Refused.Reason.UNIMPLEMENTED,
          "%s is not interpreted by the local platform".formatted(request.path()));
    }
    authorize(path.group(1));
    String name = path.group(2);
    HttpMethod method = request.method();
    if (method == HttpMethod.POST && "submit".equals(name)) {
      return submit(body);
    }
    if (method == HttpMethod.GET && name == null) {
      return list(request);
    }
    if (method == HttpMethod.GET) {
      return json.of(store.find(name).orElseThrow(() -> notFound(name)));
    }
    if (method == HttpMethod.DELETE && name != null) {
      return delete(name);
    }
    throw new Refused(
        Refused.Reason.UNIMPLEMENTED,
        "%s %s is not interpreted by the local platform".formatted(method, request.path()));
  }

  private void authenticate(HttpServerRequest request) {
    String given = String.valueOf(request.getHeader("authorization"));
    if (!MessageDigest.isEqual(given.getBytes(), authorization)) {
      throw new Refused(
          Refused.Reason.UNAUTHENTICATED,
          "token not valid. see https://argo-workflows.readthedocs.io/en/latest/faq/");
    }
  }

  private void authorize(String namespace) {
    if (!namespace.equals(template.namespace())) {
      throw new Refused(
          Refused.Reason.PERMISSION_DENIED,
          "Permission denied, you are not allowed to use workflows in namespace \"%s\"."
              .formatted(namespace));
    }
  }

  private JsonObject submit(Buffer body) throws SQLException {
    if (body.length() > LARGEST_BODY) {
      throw new Refused(Refused.Reason.INVALID_ARGUMENT, "the body is too large");
    }
    Submission submission = Submission.read(body.toString(), template);
    Workflow workflow =
        new Workflow(
            UUID.randomUUID(),
            0,
            submission.name(),
            template.name(),
            submission.labels(),
            submission.parameters(),
            NodePhase.PENDING,
            null,
            0,
            clock.instant(),
            null,
            null,
            List.of());
    if (!store.add(workflow)) {
      throw new Refused(
          Refused.Reason.ALREADY_EXISTS,
          "workflows.argoproj.io \"%s\" already exists".formatted(submission.name()));
    }
    controller.run(submission.name());
    return json.of(workflow);
  }

  private JsonObject list(HttpServerRequest request) throws SQLException {
    only(request, Set.of("labelSelector", "limit", "continue"));
    String fields = request.getParam("fields", "");
    if (fields.isEmpty()
        || fields.startsWith("-")
        || fields.contains("spec")
        || fields.contains("nodes")) {
      throw new Refused(
          Refused.Reason.UNIMPLEMENTED,
          "fields \"%s\": name the fields, and neither spec nor nodes".formatted(fields));
    }
    int limit = (int) Math.min(number(request, "limit", LARGEST_PAGE), LARGEST_PAGE);
    List<Workflow> page = store.list(selector(request), number(request, "continue", 0), limit);
    JsonArray items = new JsonArray();
    page.forEach(workflow -> items.add(json.of(workflow)));
    JsonObject metadata = new JsonObject();
    if (page.size() == limit) {
      metadata.put("continue", String.valueOf(page.getLast().number()));
    }
    return Fields.of(
        new JsonObject().put("metadata", metadata).put("items", items), List.of(fields.split(",")));
  }

  private JsonObject delete(String name) throws SQLException {
    if (!store.delete(name)) {
      throw notFound(name);
    }
    return new JsonObject();
  }

  private static LabelSelector selector(HttpServerRequest request) {
    try {
      return LabelSelector.read(request.getParam(PREFIX + "labelSelector", ""));
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Reason.UNIMPLEMENTED, e.getMessage());
    }
  }

  private static long number(HttpServerRequest request, String option, long otherwise) {
    String text = request.getParam(PREFIX + option, "");
    try {
      return text.isEmpty() ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Refused(
          Refused.Reason.INVALID_ARGUMENT,
          "%s%s: \"%s\" is no number".formatted(PREFIX, option, text));
    }
  }

  private static void only(HttpServerRequest request, Set<String> options) {
    Set<String> others = new TreeSet<>();
    for (Map.Entry<String, String> param : request.params()) {
      String name = param.getKey();
      boolean known =
          name.equals("fields")
              || name.startsWith(PREFIX) && options.contains(name.substring(PREFIX.length()));
      if (!known) {
        others.add(name);
      }
    }
    if (!others.isEmpty()) {
      throw new Refused(
          Refused.Reason.UNIMPLEMENTED,
          "%s is not interpreted by the local platform".formatted(others));
    }
  }

  private static Refused notFound(String name) {
    return new Refused(
        Refused.Reason.NOT_FOUND, "workflows.argoproj.io \"%s\" not found".formatted(name));
  }
}
