package com.example.orderflow.orchestration.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some orders of the dead-letter desk, the ones that were accepted last first.
 *
 * @param next null on the last page
 */
@RegisterForReflection
public record DeskPage(
    List<DeadLetteredOrder> deadLetters,
    @Schema(
            description = "Parameter after of the next page; null on the last one",
            nullable = true,
            examples = "bjo0NzEx")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        String next) {

  public DeskPage {
    deadLetters = List.copyOf(deadLetters);
  }
}
