package com.example.orderflow.wiringcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sizes that the rule counts with are those that the programs have. */
class DatabasePoolsTest {

  @ParameterizedTest
  @CsvSource({
    "process-payment, functions/process-payment",
    "ship-order, functions/ship-order",
    "sandbox, sandbox",
    "orchestration, orchestration"
  })
  void thePoolHasTheSizeThatTheProgramSets(String program, String module) throws IOException {
    assertThat(Path.of("..", module, "src/main/resources/application.properties"))
        .content()
        .contains("quarkus.datasource.jdbc.max-size=" + DatabasePools.SIZES.get(program));
  }

  @ParameterizedTest
  @CsvSource({"orchestration", "sandbox"})
  void aProgramListensOnThePortThatTheRuleWants(String module) throws IOException {
    assertThat(Files.readString(Path.of("..", module, "src/main/resources/application.properties")))
        .contains("quarkus.http.port=${PORT:%s}".formatted(PortsAndPathsAgreeWithTheCode.PORT));
  }
}
