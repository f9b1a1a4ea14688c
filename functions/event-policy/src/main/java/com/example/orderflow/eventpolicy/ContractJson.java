package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.EventJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Gives Funqy's JSON the rules of the contract: decimals exact, nothing converted in silence. */
@Singleton
final class ContractJson implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    EventJson.strict(mapper);
  }
}
