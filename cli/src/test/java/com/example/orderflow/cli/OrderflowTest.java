package com.example.orderflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OrderflowTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void withoutACommandTheUsageIsShown() {
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("Commands:", "Examples:", "Exit codes:");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandShowsExamples(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Examples:", "orderflow " + command);
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(run("blance")).isEqualTo(2);
    assertThat(err.toString()).contains("blance", "balance");
  }

  @Test
  void sendWantsExactlyOneSourceOfOrders() throws IOException {
    Path csv = Files.writeString(folder.resolve("orders.csv"), "InvoiceNo");

    assertThat(run("send")).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required argument", "FILE", "--csv");
    assertThat(run("send", "orders.json", "--csv", csv.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("mutually exclusive");
  }

  @Test
  void anOrderThatCannotBeReadIsNamedByFileAndField() throws IOException {
    Path file =
        Files.writeString(folder.resolve("order.json"), "{\"orderId\": \"a b\", \"lines\": []}");

    assertThat(run("send", file.toString(), "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("order.json", "orderId", "a b");
  }

  @Test
  void anIdSuffixMustFitOrderIds() throws IOException {
    Path file = Files.writeString(folder.resolve("order.json"), "{\"orderId\":\"a\",\"lines\":[]}");

    assertThat(run("send", file.toString(), "--id-suffix", "/2")).isEqualTo(2);
    assertThat(err.toString()).contains("--id-suffix", "/2");
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    assertThat(run("send", "nowhere.json", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("nowhere.json: there is no such file");
  }

  @Test
  void aFolderWithoutOrdersIsNamed() {
    assertThat(run("send", folder.toString(), "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains(folder + ": there is no .json file", "Nothing was sent.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"load", "compare", "report", "plan --service-time 5 --cold-start 9"})
  void whatIsNoFileIsRefusedBeforeAnythingStarts(String command) {
    assertThat(run((command + " nowhere.yaml").split(" "))).isEqualTo(2);
    assertThat(run((command + " " + folder).split(" "))).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no file nowhere.yaml", folder + " is a folder; name a file in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"send --report", "load --report", "load --csv", "report --page"})
  void aReportThatCouldNotBeWrittenIsRefusedBeforeAnythingStarts(String command)
      throws IOException {
    Path input = Files.writeString(folder.resolve("input"), "{}");
    String[] words = command.split(" ");

    int exitCode = run(words[0], input.toString(), words[1], folder.resolve("no/file").toString());

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains("there is no folder " + folder.resolve("no"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cold-start --starts 0",
        "up --port 65536",
        "orders --limit 0",
        "dead-letters --limit -1",
        "compare %s --rounds -1",
        "compare %s --pause -1",
        "send %s --in-flight 0",
        "send %s --repeat 1000001",
        "check --database-connections many",
        "plan %s --service-time -5 --cold-start 9",
        "plan %s --service-time 5 --cold-start 9 --most-concurrency 0",
        "plan %s --service-time 5 --cold-start 9 --price-cpu NaN"
      })
  void aNumberOutOfItsRangeIsRefusedBeforeAnythingStarts(String command) throws IOException {
    Path input = Files.writeString(folder.resolve("input"), "{}");

    assertThat(run(command.formatted(input).split(" "))).isEqualTo(2);
    assertThat(err.toString()).containsPattern("is not a (whole )?number from [01] to ");
  }

  @Test
  void wrongUsageIsSaidInTwoLinesOfWhichOneNamesTheHelp() {
    assertThat(run("send", "orders.json", "--wiring", "chian")).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).contains("--wiring", "chian", "CHAIN"),
            line -> assertThat(line).contains("orderflow send --help"));
  }

  @Test
  void whatIsNoReportIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("report.json"), "{\"load\":");

    assertThat(run("report", file.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains(file + " is no report", "--report")
        .doesNotContain("[Source");
  }

  @Test
  void anAddressThatIsNoneIsRefusedWithOneThatWouldBe() {
    assertThat(run("orders", "--api", "shop:80")).isEqualTo(2);
    assertThat(err.toString()).contains("shop:80 is no address", "http://HOST:PORT");
  }

  @Test
  void anAddressWhereNobodyListensIsNamed() {
    assertThat(run("orders", "--api", "http://127.0.0.1:1")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "orderflow: the order API does not answer at http://127.0.0.1:1",
            "  because: nobody listens there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "demo", "send ../samples", "orders"})
  void aDataFolderThatIsAFileIsRefusedBeforeAnythingStarts(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThat(run((command + " --data " + file).split(" "))).isEqualTo(1);
    assertThat(err.toString()).contains(file + " is no folder; name one by --data");
    assertThat(file).hasContent("mine");
  }

  @Test
  void withoutAPlatformTraceSaysHowToStartOne() {
    assertThat(run("trace", "order-1", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no platform runs on", "./orderflow up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trace order-1", "deploy", "doctor"})
  void aClusterThatDoesNotAnswerIsToldFromOneWithoutOrderflow(String command) {
    System.setProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY, "http://127.0.0.1:1");
    System.setProperty(Config.KUBERNETES_REQUEST_RETRY_BACKOFFLIMIT_SYSTEM_PROPERTY, "0");
    try {
      assertThat(run((command + " --cluster").split(" "))).isEqualTo(1);
    } finally {
      System.clearProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY);
      System.clearProperty(Config.KUBERNETES_REQUEST_RETRY_BACKOFFLIMIT_SYSTEM_PROPERTY);
    }
    assertThat(out.toString() + err)
        .contains("the cluster at http://127.0.0.1:1/ does not answer", "kubectl config");
  }

  @Test
  void aClusterThatRefusesIsNotToldAsOneThatDoesNotAnswer() throws IOException {
    HttpServer refusing =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    refusing.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    refusing.start();
    String address = "http://127.0.0.1:" + refusing.getAddress().getPort();
    System.setProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY, address);
    try {
      assertThat(run("doctor", "--cluster")).isEqualTo(1);
    } finally {
      System.clearProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY);
      refusing.stop(0);
    }
    assertThat(out.toString()).contains("the cluster at %s/ answers 401".formatted(address));
  }

  @Test
  void cleanLeavesAFolderAloneThatIsNoDataFolder() throws IOException {
    Path precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");

    assertThat(run("clean", "--data", folder.toString())).isEqualTo(1);
    assertThat(precious).exists();
    assertThat(err.toString()).contains("is no data folder of Orderflow");
  }

  @Test
  void cleanRemovesWhatADemoLeftWhereNothingElseRan() throws IOException {
    Path data = folder.resolve("data");
    Files.createFile(Files.createDirectories(data.resolve("demo")).resolve("lock"));

    assertThat(run("clean", "--data", data.toString())).as("%s", err).isZero();
    assertThat(data).doesNotExist();
  }

  @Test
  void doctorFindsNoPlatformAndSaysTheNextStep() {
    run("doctor", "--data", folder.resolve("none").toString());

    assertThat(out.toString()).contains("JDK", "memory", "disk", "next: ./orderflow up");
  }

  @Test
  void aNewFunctionWantsANameOfTwoWordsAndAKnownType() {
    assertThat(run("new-function", "notify", "--on", "order.shipped")).isEqualTo(2);
    assertThat(err.toString()).contains("\"notify\" is no name of a function: two words");
    assertThat(run("new-function", "notify-customer", "--on", "order.eaten")).isEqualTo(2);
    assertThat(err.toString())
        .contains("\"order.eaten\" is no type of event; they are: com.example.order.created, com");
  }

  private static Stream<String> commands() {
    return Orderflow.commandLine().getSubcommands().keySet().stream()
        .filter(name -> !name.equals("help") && !name.equals("generate-completion"));
  }

  private int run(String... arguments) {
    CommandLine commandLine = Orderflow.commandLine();
    return commandLine
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
