package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a carrier has to know of an order line: {@code quantity} pieces of {@code sku}. */
public record Item(
    @JsonProperty(required = true) String sku, @JsonProperty(required = true) long quantity) {

  public Item {
    sku = Check.text("sku", sku);
    quantity = Check.positive("quantity", quantity);
  }
}
