package com.example.orderflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.sandbox.Sandbox.Heard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is answered with a problem that says what is wrong, and never with 5xx. */
@QuarkusTest
@QuarkusTestResource(LedgerDatabase.class)
class MalformedRequestIT {
  private static final String GOOD = Sandbox.charge("m1", "tok_ok", 100);

  @TestHTTPResource URI url;
  private Sandbox sandbox;

  @BeforeEach
  void connect() {
    sandbox = new Sandbox(url);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/malformed-requests.psv",
      delimiter = '|',
      quoteCharacter = '~',
      maxCharsPerColumn = 8192)
  void aMalformedBodyIsRefusedWithItsReason(String path, String body, String detail)
      throws Exception {
    Heard heard = sandbox.post(path, "malformed", body == null ? "" : body);

    assertProblem(heard, 400, "malformed_request");
    assertThat(heard.text("detail")).isEqualTo(detail);
  }

  @Test
  void aMissingKeyIsRefused() throws Exception {
    Heard heard = sandbox.post("/charges", null, GOOD);

    assertProblem(heard, 400, "malformed_request");
    assertThat(heard.text("detail")).isEqualTo("Idempotency-Key: missing, but it is required");
  }

  @Test
  void aKeyAboveTwoHundredCharactersIsRefused() throws Exception {
    assertProblem(sandbox.post("/charges", "k".repeat(201), GOOD), 400, "malformed_request");
  }

  @Test
  void aKeyWithABlankIsRefused() throws Exception {
    assertProblem(sandbox.post("/charges", "a b", GOOD), 400, "malformed_request");
  }

  @Test
  void deeplyNestedJsonIsRefused() throws Exception {
    String deep = "{\"orderId\":" + "[".repeat(50_000);

    assertProblem(sandbox.post("/charges", "deep", deep), 400, "malformed_request");
  }

  @Test
  void aLargeBodyIsRefused() throws Exception {
    assertProblem(
        sandbox.post("/charges", "large", " ".repeat(1_000_001)), 413, "request_too_large");
  }

  @Test
  void aLargeBodyOfUnknownLengthIsRefused() throws Exception {
    byte[] large = new byte[1_000_001];

    Heard heard =
        sandbox.send(
            sandbox
                .posting("/charges", "large", "")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build());

    assertProblem(heard, 413, "request_too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/jsonx", "nonsense"})
  void anotherContentTypeIsRefused(String type) throws Exception {
    Heard heard =
        sandbox.send(
            sandbox.posting("/charges", "type", GOOD).setHeader("Content-Type", type).build());

    assertProblem(heard, 415, "unsupported_content_type");
    assertThat(heard.text("detail")).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void anotherMethodIsRefused(String method) throws Exception {
    Heard heard =
        sandbox.send(sandbox.to("/charges").method(method, BodyPublishers.noBody()).build());

    assertProblem(heard, 405, "method_not_allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nope", "/charges/1", "/q/nope", "/charges%00", "/CHARGES"})
  void anUnknownPathIsRefused(String path) throws Exception {
    assertProblem(sandbox.get(path), 404, "unknown_path");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "after=x       | after: \"x\" is not a whole number from 0 to 9223372036854775807",
        "after=-1      | after: \"-1\" is not a whole number from 0 to 9223372036854775807",
        "after=1.5     | after: \"1.5\" is not a whole number from 0 to 9223372036854775807",
        "limit=0       | limit: \"0\" is not a whole number from 1 to 10000",
        "limit=10001   | limit: \"10001\" is not a whole number from 1 to 10000",
      })
  void aPageThatCannotBeIsRefused(String query, String detail) throws Exception {
    Heard heard = sandbox.get("/ledger?" + query);

    assertProblem(heard, 400, "malformed_request");
    assertThat(heard.text("detail")).isEqualTo(detail);
  }

  /** By the server's parser, before any code of ours: hence without a problem in the body. */
  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/charges?x=%zz", "/ledger?after=%zz", "/ledger?after=%"})
  void aUrlThatCannotBeDecodedIsRefused(String broken) throws Exception {
    String heard = sandbox.raw("GET " + broken + " HTTP/1.1");

    assertThat(heard).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "x", "99999999999999999999"})
  void anAnnouncedLengthThatIsNoneIsRefused(String length) throws Exception {
    String heard = sandbox.raw("POST /charges HTTP/1.1\r\nContent-Length: " + length);

    assertThat(heard).startsWith("HTTP/1.1 400 ");
  }

  private static void assertProblem(Heard heard, int status, String reason) {
    assertThat(heard.status()).isEqualTo(status);
    assertThat(heard.type()).isEqualTo("application/problem+json");
    assertThat(heard.text("reason")).isEqualTo(reason);
  }
}
