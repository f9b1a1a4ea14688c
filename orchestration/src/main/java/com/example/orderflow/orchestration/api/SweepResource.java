package com.example.orderflow.orchestration.api;

import com.example.orderflow.orchestration.sweeper.Sweeper;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sweeps when told to: by the PingSource, once a minute, or by hand. */
@Path("/sweeps")
@Tag(name = "Operation")
public class SweepResource {
  private final Sweeper sweeper;

  SweepResource(Sweeper sweeper) {
    this.sweeper = sweeper;
  }

  /** Without a body, also in the answer: to whoever sent an event, a body would be an event. */
  @POST
  @Operation(
      operationId = "sweep",
      summary = "Sends orders again that have not moved for a while",
      description = "The event of a PingSource is welcome; nothing in it is read.")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
  public void sweep() throws SQLException {
    sweeper.sweep();
  }
}
