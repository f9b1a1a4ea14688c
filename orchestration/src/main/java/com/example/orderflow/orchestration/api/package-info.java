/** The HTTP API: what may be asked, and how a refusal says why. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Orderflow orchestration",
            version = "1",
            description =
                "Accepts orders, hands each to one of four wirings of the same functions, and"
                    + " follows it to its end. Try it at /q/swagger-ui."),
    components =
        @Components(
            schemas =
                @Schema(
                    name = ApiDocument.STREAM_EVENT,
                    description = "One server-sent event of a stream",
                    type = SchemaType.OBJECT,
                    properties = {
                      @SchemaProperty(
                          name = "id",
                          description = "Its position, for Last-Event-ID",
                          type = SchemaType.STRING),
                      @SchemaProperty(
                          name = "event",
                          description = "order",
                          type = SchemaType.STRING),
                      @SchemaProperty(
                          name = "data",
                          description = "JSON: the order, what was seen of it, and its state then",
                          type = SchemaType.STRING)
                    }),
            responses = {
              @APIResponse(
                  name = ApiDocument.MALFORMED,
                  description = "Broken rules, all of them at once",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples =
                              @ExampleObject(
                                  name = "quantity",
                                  value = ApiDocument.MALFORMED_EXAMPLE))),
              @APIResponse(
                  name = ApiDocument.NOT_ACCEPTABLE,
                  description = "The header Accept excludes what is served",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = ApiDocument.UNKNOWN_ORDER,
                  description = "No order has this id",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples =
                              @ExampleObject(
                                  name = "unknown",
                                  value = ApiDocument.UNKNOWN_ORDER_EXAMPLE))),
              @APIResponse(
                  name = ApiDocument.TOO_LARGE,
                  description = "More than 990,000 bytes",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = ApiDocument.UNSUPPORTED_CONTENT_TYPE,
                  description = "Another content type than those listed",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = ApiDocument.UNAVAILABLE,
                  description =
                      "The database does not answer, or too many orders wait for it or for their"
                          + " wiring. Nothing is known to be stored; the same request may be sent"
                          + " again.",
                  headers =
                      @Header(
                          name = "Retry-After",
                          description = "Seconds",
                          schema = @Schema(type = SchemaType.INTEGER)),
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples =
                              @ExampleObject(
                                  name = "backlog",
                                  value = ApiDocument.UNAVAILABLE_EXAMPLE)))
            }))
package com.example.orderflow.orchestration.api;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
