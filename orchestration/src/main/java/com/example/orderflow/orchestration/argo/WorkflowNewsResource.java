package com.example.orderflow.orchestration.argo;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Called by the exit handler of a workflow, so that its end is seen before the next look at all.
 */
@Path("/workflows")
@Tag(name = "Operation")
public final class WorkflowNewsResource {
  private final Follower follower;

  WorkflowNewsResource(Follower follower) {
    this.follower = follower;
  }

  /** Nobody is believed: what has happened is asked of Argo. */
  @POST
  @Path("/{name}")
  @ResponseStatus(202)
  @Operation(
      operationId = "workflowHasNews",
      summary = "Look at a workflow now",
      description =
          "Called by the exit handler of a workflow. A name that nobody knows is no error")
  @APIResponse(responseCode = "202", description = "It is looked at soon, if it is one of ours")
  public void hasNews(@RestPath String name) {
    follower.hint(name);
  }
}
