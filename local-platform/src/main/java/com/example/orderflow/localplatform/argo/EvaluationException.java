package com.example.orderflow.localplatform.argo;

/** A template cannot be filled in: its step ends in phase Error, and the workflow with it. */
final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EvaluationException(String message) {
    super(message);
  }
}
