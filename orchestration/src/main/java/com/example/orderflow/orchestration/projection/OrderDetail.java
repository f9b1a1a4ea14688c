package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.Order;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order with what its customer sent. */
@RegisterForReflection
public record OrderDetail(
    @JsonUnwrapped OrderView summary,
    @Schema(
            description =
                "Absent for an order that went past this API and whose creation is unseen",
            implementation = Order.class)
        @JsonRawValue
        String order) {}
