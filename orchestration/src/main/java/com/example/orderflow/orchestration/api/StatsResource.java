package com.example.orderflow.orchestration.api;

import com.example.orderflow.orchestration.projection.Stats;
import com.example.orderflow.orchestration.projection.StatsReader;
import com.example.orderflow.orchestration.stream.Streams;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures for people and for the page; Prometheus has its own under /q/metrics. */
@Path("/stats")
@Tag(name = "Operation")
public class StatsResource {
  private final StatsReader stats;
  private final Streams streams;

  StatsResource(StatsReader stats, Streams streams) {
    this.stats = stats;
    this.streams = streams;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getStats", summary = "How many orders are where")
  @APIResponse(
      responseCode = "200",
      description = "As of now; costs the same at any size",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Stats.class),
              examples = @ExampleObject(name = "stats", value = ApiDocument.STATS_EXAMPLE)))
  @APIResponse(responseCode = "406", ref = ApiDocument.NOT_ACCEPTABLE)
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public Stats read() throws SQLException {
    return stats.read(streams.clients());
  }
}
