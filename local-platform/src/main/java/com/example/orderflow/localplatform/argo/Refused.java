package com.example.orderflow.localplatform.argo;

/** A request that the Argo Server does not do. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  /** A code of gRPC, and the status of HTTP that the real server makes of it. */
  enum Reason {
    INVALID_ARGUMENT(3, 400),
    NOT_FOUND(5, 404),
    ALREADY_EXISTS(6, 409),
    PERMISSION_DENIED(7, 403),
    UNIMPLEMENTED(12, 501),
    UNAVAILABLE(14, 503),
    UNAUTHENTICATED(16, 401);

    private final int code;
    private final int status;

    Reason(int code, int status) {
      this.code = code;
      this.status = status;
    }

    int code() {
      return code;
    }

    int status() {
      return status;
    }
  }

  Refused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
