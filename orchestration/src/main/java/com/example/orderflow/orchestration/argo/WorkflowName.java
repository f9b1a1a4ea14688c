package com.example.orderflow.orchestration.argo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of an order's workflow: always the same, so that a second submit finds the first, and
 * never another order's.
 *
 * <pre>
 *   019aafbe-…   ─► order-019aafbe-…       fits into a name of Kubernetes as it is
 *   A:1, x-…     ─► order-x-SHA256         does not, or could be taken for such a one
 * </pre>
 */
public final class WorkflowName {
  private static final String PREFIX = "order-";
  private static final String HASHED = "x-";

  /** With the prefix at most 63 characters: Argo makes it a label of the pods. */
  private static final Pattern FITTING = Pattern.compile("[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?");

  /** 160 of 256 bits. */
  private static final int HASH_DIGITS = 40;

  private WorkflowName() {}

  public static String of(String orderId) {
    return FITTING.matcher(orderId).matches() && !orderId.startsWith(HASHED)
        ? PREFIX + orderId
        : PREFIX + HASHED + hash(orderId).substring(0, HASH_DIGITS);
  }

  private static String hash(String orderId) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(orderId.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
