package com.example.orderflow.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.EventType;
import com.example.orderflow.localplatform.eventing.TriggerSpec;
import com.example.orderflow.localplatform.manifest.Manifests;
import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.WiringCheck;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.ManifestSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The next function in a copy of what has to know of it; {@code NewFunctionIT} builds it. */
class ScaffoldTest {
  private static final Path CHECKOUT = Path.of("..");

  /** None that a fork would have. */
  private static final String NAME = "paint-moustaches";

  private static final NewFunction PAINT = new NewFunction(NAME, EventType.ORDER_SHIPPED);

  @TempDir Path home;

  @BeforeEach
  void copyTheCheckout() throws IOException {
    for (String part :
        List.of("pom.xml", "contract-tests/pom.xml", "infra/knative", "infra/helm")) {
      copy(part);
    }
    Files.createDirectories(home.resolve("functions/validate-order"));
  }

  @Test
  void theLocalPlatformRunsItForItsTypeOfEvents() throws IOException {
    Scaffold.of(PAINT, home).write();

    Manifests manifests = Manifests.read(home.resolve("infra/knative/base"));
    assertThat(manifests.serviceNames()).contains(NAME, "validate-order");
    assertThat(manifests.eventing().triggers())
        .filteredOn(trigger -> trigger.name().equals(NAME))
        .singleElement()
        .extracting(TriggerSpec::filter)
        .asString()
        .contains("com.example.order.shipped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"infra/knative/overlays/kafka", "infra/helm/orderflow"})
  void whatIsDeployedThenIsWhole(String deployed) throws IOException {
    Scaffold.of(PAINT, home).write();

    var manifests = ManifestSource.read(home.resolve(deployed), List.of());
    assertThat(manifests.find(Kind.FUNCTION, NAME)).isPresent();
    assertThat(manifests.find(Kind.TRIGGER, NAME)).isPresent();
    assertThat(new WiringCheck(200).check(manifests))
        .filteredOn(finding -> finding.level() == Finding.Level.ERROR)
        .filteredOn(finding -> finding.toString().contains(NAME))
        .isEmpty();
  }

  @Test
  void theNextOneStandsBesideIt() throws IOException {
    Scaffold.of(PAINT, home).write();
    Scaffold.of(new NewFunction("count-moustaches", EventType.PAYMENT_REFUNDED), home).write();

    assertThat(Manifests.read(home.resolve("infra/knative/base")).serviceNames())
        .contains(NAME, "count-moustaches");
    assertThat(Files.readString(home.resolve("pom.xml")))
        .contains("functions/paint-moustaches</module>", "functions/count-moustaches</module>");
  }

  @Test
  void filesThatWereThereLoseNoLine() throws IOException {
    Changes changes = Scaffold.of(PAINT, home);
    List<String> changed =
        changes.paths().entrySet().stream()
            .filter(path -> !path.getValue())
            .map(Map.Entry::getKey)
            .toList();

    changes.write();

    assertThat(changed).hasSize(6);
    for (String path : changed) {
      assertThat(Files.readAllLines(home.resolve(path)))
          .as(path)
          .containsSubsequence(Files.readAllLines(CHECKOUT.resolve(path)));
    }
  }

  @Test
  void untilItIsWrittenNothingIsThere() throws IOException {
    Changes changes = Scaffold.of(PAINT, home);

    assertThat(changes.paths()).containsEntry("functions/" + NAME + "/pom.xml", true);
    assertThat(home.resolve("functions/" + NAME)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate-order", "refund-payment", "order-events", "contract-tests"})
  void aNameThatIsTakenIsRefused(String taken) {
    NewFunction function = new NewFunction(taken, EventType.ORDER_SHIPPED);

    assertThatThrownBy(() -> Scaffold.of(function, home))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the name " + taken + " is taken, by ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "notify",
        "Notify-customer",
        "notify_customer",
        "notify-",
        "-notify-customer",
        "notify--customer",
        "notify-2nd",
        "../notify-customer",
        "notify-the-customer-of-what-became-of-it-all"
      })
  void aNameThatNoServiceOrClassCouldHaveIsRefused(String wrong) {
    assertThatThrownBy(() -> new NewFunction(wrong, EventType.ORDER_SHIPPED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + wrong + "\" is no name of a function: two words");
  }

  @Test
  void aPlaceThatIsNotAsItIsKnownIsNamedAndNothingIsWritten() throws IOException {
    Path values = home.resolve("infra/helm/orderflow/values.yaml");
    Files.writeString(values, Files.readString(values).replace("  validate-order:", "  check-it:"));

    assertThatThrownBy(() -> Scaffold.of(PAINT, home))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("infra/helm/orderflow/values.yaml: nothing there is like")
        .hasMessageEndingWith("nothing was changed");
    assertThat(home.resolve("functions/" + NAME)).doesNotExist();
  }

  private void copy(String part) throws IOException {
    try (Stream<Path> files = Files.walk(CHECKOUT.resolve(part))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve(CHECKOUT.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
