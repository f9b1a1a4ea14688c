package com.example.orderflow.wiringcheck.manifest;

/** Manifests cannot be read; the message names file and line, and what to do. */
public final class ManifestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ManifestException(String message) {
    super(message);
  }

  public ManifestException(String message, Throwable cause) {
    super(message, cause);
  }
}
