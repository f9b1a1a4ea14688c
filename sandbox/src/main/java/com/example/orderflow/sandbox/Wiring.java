package com.example.orderflow.sandbox;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.Item;
import com.example.orderflow.events.Money;
import com.example.orderflow.sandbox.carrier.CarrierRules;
import com.example.orderflow.sandbox.ledger.Attempts;
import com.example.orderflow.sandbox.ledger.Ledger;
import com.example.orderflow.sandbox.ledger.LedgerReader;
import com.example.orderflow.sandbox.payment.CardRules;
import com.example.orderflow.sandbox.payment.Disruptions;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Where the framework meets the classes that know nothing of it. */
@Singleton
@RegisterForReflection(targets = {Money.class, Destination.class, Item.class})
class Wiring implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    EventJson.strict(mapper);
  }

  @Produces
  @Singleton
  @Startup
  CardRules cardRules(SandboxConfig config) {
    return new CardRules(config.payment().cardLimit());
  }

  @Produces
  @Singleton
  @Startup
  Disruptions disruptions(SandboxConfig config) {
    return new Disruptions(config.payment().slowLatency(), config.payment().outageAttempts());
  }

  @Produces
  @Singleton
  @Startup
  CarrierRules carrierRules(SandboxConfig config) {
    return new CarrierRules(config.carrier().name(), config.carrier().countries());
  }

  @Produces
  @Singleton
  Ledger ledger(DataSource database) {
    return new Ledger(database);
  }

  @Produces
  @Singleton
  LedgerReader ledgerReader(DataSource database) {
    return new LedgerReader(database);
  }

  @Produces
  @Singleton
  Attempts attempts(DataSource database) {
    return new Attempts(database);
  }
}
