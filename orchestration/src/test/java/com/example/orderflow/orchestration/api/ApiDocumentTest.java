package com.example.orderflow.orchestration.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.Api.Heard;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class ApiDocumentTest {

  @TestHTTPResource URI url;

  private Api api;

  @BeforeEach
  void speak() {
    api = new Api(url);
  }

  @Test
  void everyStatusOfPlacingAnOrderIsDocumented() {
    JsonNode responses = document().at("/paths/~1orders/post/responses");

    assertThat(responses.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("202", "400", "406", "409", "413", "415", "422", "503");
    assertThat(document().at("/components/responses/Malformed/content").fieldNames())
        .toIterable()
        .containsExactly(Problem.MEDIA_TYPE);
  }

  @Test
  void whatTheDocumentRefersToIsInIt() {
    JsonNode document = document();

    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isObject()).isTrue());
  }

  @Test
  void theFourWiringsAreListedAsTheyAreWritten() {
    assertThat(document().at("/components/schemas/Wiring/enum").toString())
        .isEqualTo("[\"broker\",\"sequence\",\"argo\",\"chain\"]");
  }

  @Test
  void theExampleOrderIsAccepted() {
    String example =
        document()
            .at("/paths/~1orders/post/requestBody/content/application~1json/examples/order/value")
            .toString();

    assertThat(api.place(example).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/swagger-ui/", "/q/health/ready", "/q/health/live"})
  void thePagesForPeopleAndProbesAreThere(String path) {
    assertThat(api.status(path)).isEqualTo(200);
  }

  private JsonNode document() {
    Heard document = api.get("/q/openapi?format=json");
    assertThat(document.status()).isEqualTo(200);
    return document.body();
  }
}
