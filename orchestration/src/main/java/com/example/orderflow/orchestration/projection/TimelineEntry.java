package com.example.orderflow.orchestration.projection;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of an order's timeline as people see it. */
@RegisterForReflection
public record TimelineEntry(
    @Schema(description = "In the log of all orders, in the order of arrival", examples = "4711")
        long position,
    @Schema(
            description = "An event of the pipeline, or a mark of this service",
            enumeration = {"event", "mark"})
        String kind,
    @Schema(
            description = "A mark's is conflict, deadLetter or sentAgain",
            examples = "com.example.order.shipped")
        String type,
    @Schema(examples = "ship-order") String source,
    String id,
    Instant time,
    @Schema(description = "Id of the event that caused this one, or that the mark is about")
        String causationId,
    @Schema(description = "Of an event", type = SchemaType.OBJECT) @JsonRawValue String data,
    @Schema(description = "Of a mark") String note) {}
