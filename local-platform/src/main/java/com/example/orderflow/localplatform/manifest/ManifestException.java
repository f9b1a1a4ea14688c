package com.example.orderflow.localplatform.manifest;

/**
 * A manifest says something that the local platform does not interpret; names file, line, field.
 */
public final class ManifestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ManifestException(String message) {
    super(message);
  }
}
