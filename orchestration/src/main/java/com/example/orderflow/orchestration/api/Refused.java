package com.example.orderflow.orchestration.api;

/** Ends a request with a problem, from wherever it is found. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public Refused(Problem problem) {
    // An answer, not a fault: nobody reads its stack trace.
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
