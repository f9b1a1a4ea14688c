package com.example.orderflow.eventpolicy;

/**
 * What the function depends on did not answer, or gave no final answer. The event is answered with
 * 503, so Knative sends it again.
 */
public final class DependencyUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param dependency its name, as in {@code payment gateway}
   * @param symptom what was seen of it, as in {@code answered 503}; goes into answer and log
   */
  public DependencyUnavailable(String dependency, String symptom) {
    // Expected by the thousand in an outage, and the symptom says it all: no stack trace.
    super(dependency + ": " + symptom, null, false, false);
  }
}
