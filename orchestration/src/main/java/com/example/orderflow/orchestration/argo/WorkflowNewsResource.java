package com.example.orderflow.orchestration.argo;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Called by the exit handler of a workflow, so that its end is seen before the next look at all.
 */
@Path("/workflows")
public final class WorkflowNewsResource {
  private final Follower follower;

  WorkflowNewsResource(Follower follower) {
    this.follower = follower;
  }

  /** Nobody is believed: what has happened is asked of Argo. */
  @POST
  @Path("/{name}")
  @ResponseStatus(202)
  public void hasNews(@RestPath String name) {
    follower.hint(name);
  }
}
