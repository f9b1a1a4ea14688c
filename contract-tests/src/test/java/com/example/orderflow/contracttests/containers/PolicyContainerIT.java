package com.example.orderflow.contracttests.containers;

import com.example.orderflow.contracttests.FunctionCorpus;
import com.example.orderflow.contracttests.HostileRequest;
import com.example.orderflow.eventpolicy.testing.PolicyRow;
import com.example.orderflow.eventpolicy.testing.PolicyTable;
import com.example.orderflow.eventpolicy.testing.TestEvent;
import com.example.orderflow.events.EventType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The images answer as the functions' own tests say. */
class PolicyContainerIT extends OnContainers {

  @ParameterizedTest
  @MethodSource
  void aFunctionAnswersByTheTableOfThePolicy(String function, PolicyRow row) {
    row.assertAnsweredBy(containers.container(function).uri());
  }

  static Stream<Arguments> aFunctionAnswersByTheTableOfThePolicy() {
    Stream<Arguments> orders =
        PolicyTable.orderData().map(row -> Arguments.of(EventType.Source.VALIDATE_ORDER, row));
    Stream<Arguments> all =
        FunctionCorpus.functions().stream()
            .flatMap(function -> rows(function).map(row -> Arguments.of(function, row)));
    return Stream.concat(all, orders);
  }

  /** What is no HTTP is refused by the server itself, without a word. */
  @ParameterizedTest
  @MethodSource
  void aFunctionRefusesWhatIsHostile(String function, HostileRequest request) {
    request.sendTo(containers.container(function).uri()).assertRefused();
  }

  static Stream<Arguments> aFunctionRefusesWhatIsHostile() {
    return FunctionCorpus.functions().stream()
        .flatMap(
            function ->
                FunctionCorpus.against(function).stream()
                    .map(request -> Arguments.of(function, request)));
  }

  private static Stream<PolicyRow> rows(String function) {
    TestEvent good = TestEvent.sample(FunctionCorpus.FUNCTIONS.get(function));
    return Stream.concat(PolicyTable.malformed(good), PolicyTable.notTaken(good));
  }
}
