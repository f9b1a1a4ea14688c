package com.example.orderflow.localplatform.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.localplatform.process.StartupCache;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A platform with one function, which nobody calls. */
class FunctionSwitchTest extends ServiceUnderTest {
  private BuiltPrograms programs;
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    Files.createDirectories(data.resolve("functions/echo/target/quarkus-app"));
    programs =
        new BuiltPrograms(data, new StartupCache(data.resolve("cache"), StartupCache.Use.READ));
    serve(function(), programs);
    server =
        get(
            vertx
                .createHttpServer()
                .requestHandler(new FunctionSwitch(vertx, programs, serving))
                .listen(0, "127.0.0.1"));
  }

  @Test
  void aVariantThatIsBuiltIsTakenFromThenOn() throws Exception {
    Path jar = Files.writeString(jar(), "");
    Path binary = Files.writeString(data.resolve("functions/echo/target/echo-runner"), "");
    assertThat(binary.toFile().setExecutable(true)).isTrue();

    assertThat(put("?variant=native").statusCode()).isEqualTo(204);
    assertThat(programs.command(function(), 1)).containsExactly(binary.toString());

    assertThat(put("?variant=jvm").statusCode()).isEqualTo(204);
    assertThat(programs.command(function(), 1)).endsWith(jar.toString());
  }

  @Test
  void oneThatIsNotBuiltIsRefusedAndAllStaysAsItIs() throws Exception {
    Path jar = Files.writeString(jar(), "");

    HttpResponse<String> answer = put("?variant=native");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .isEqualTo(
            "not built: echo, native: mvn -Pnative package -DskipTests -pl functions/echo -am");
    assertThat(programs.command(function(), 1)).endsWith(jar.toString());
  }

  @Test
  void oneThatNobodyKnowsIsRefusedByName() throws Exception {
    HttpResponse<String> answer = put("?variant=fast");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("variant: \"fast\" is none of [jvm, aot, native]");
  }

  private Path jar() {
    return data.resolve("functions/echo/target/quarkus-app/quarkus-run.jar");
  }

  private HttpResponse<String> put(String query) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:%d/%s".formatted(server.actualPort(), query));
    return client.send(
        HttpRequest.newBuilder(uri).PUT(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }
}
