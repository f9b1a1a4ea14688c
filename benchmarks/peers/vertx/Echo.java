import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** The limit: what the server beneath Quarkus answers that does nothing but send back what came. */
final class Echo {
  private Echo() {}

  public static void main(String[] arguments) {
    Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1))
        .createHttpServer()
        .requestHandler(
            request ->
                request.body().onSuccess(body -> request.response().putHeader("content-type", "application/json").end(body)))
        .listen(Integer.parseInt(System.getenv("PORT")), "127.0.0.1")
        .onFailure(
            failure -> {
              System.err.println(failure);
              System.exit(1);
            });
  }
}
