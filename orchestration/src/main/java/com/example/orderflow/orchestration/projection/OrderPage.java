package com.example.orderflow.orchestration.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some orders, newest first.
 *
 * @param next null on the last page
 */
@RegisterForReflection
public record OrderPage(
    List<OrderView> orders,
    @Schema(
            description = "Parameter after of the next page; null on the last one",
            nullable = true,
            examples = "bjo0NzEx")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        String next) {

  public OrderPage {
    orders = List.copyOf(orders);
  }
}
