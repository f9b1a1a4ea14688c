package com.example.orderflow.baseline;

import com.example.orderflow.events.EventJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** Takes its settings from the environment, and serves until it is ended. */
public final class Baseline {
  /** As the order service has. */
  private static final int CONNECTIONS = 16;

  /** As many customers may wait to be heard, or keep their connection for the next order. */
  private static final int CUSTOMERS = 2_000;

  private Baseline() {}

  /** PORT, DATABASE_URL, DATABASE_USERNAME, DATABASE_PASSWORD, SANDBOX_URL. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Map<String, String> environment = System.getenv();
    ObjectMapper json = EventJson.mapper();
    OrderTable orders = new OrderTable(connections(environment), json);
    orders.create();
    URI sandbox = URI.create(environment.get("SANDBOX_URL"));
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    OrderProcess process =
        new OrderProcess(
            new PaymentGateway(new Partner("payment gateway", sandbox, http, json)),
            new Carrier(new Partner("carrier", sandbox, http, json)),
            orders);
    serve(Integer.parseInt(environment.get("PORT")), new OrderEndpoint(process, json));
  }

  private static DataSource connections(Map<String, String> environment) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(environment.get("DATABASE_URL"));
    config.setUsername(environment.get("DATABASE_USERNAME"));
    config.setPassword(environment.get("DATABASE_PASSWORD"));
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  private static void serve(int port, OrderEndpoint endpoint) throws IOException {
    // Else an answer waits 40 ms for the customer's acknowledgement of its first packet.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", Integer.toString(CUSTOMERS));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CUSTOMERS);
    server.createContext("/orders", endpoint);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }
}
