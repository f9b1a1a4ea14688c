package com.example.orderflow.sandbox.http;

import com.example.orderflow.sandbox.ledger.Answer;
import com.example.orderflow.sandbox.ledger.IdempotentRequest;
import com.example.orderflow.sandbox.ledger.Settled;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Between HTTP and the ledger, which knows requests by their hash and answers by their text. */
@Singleton
public class Answers {
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final ObjectMapper json;

  Answers(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Hashes what was understood, not the bytes: a repeat with its fields in another order is a
   * repeat.
   *
   * @param operation keeps a charge and a refund apart that look the same
   */
  public IdempotentRequest request(String operation, String key, ApiRequest body) {
    Rule.IDEMPOTENCY_KEY.check(IDEMPOTENCY_KEY, key);
    Rule.present("body", body);
    MessageDigest hash = sha256();
    hash.update(operation.getBytes(StandardCharsets.UTF_8));
    hash.update((byte) '\n');
    return new IdempotentRequest(key, HexFormat.of().formatHex(hash.digest(bytes(body))));
  }

  public Answer created(Object body) {
    return new Answer(201, text(body));
  }

  public Answer refused(Reason reason, String detail) {
    return new Answer(reason.status(), text(Problem.of(reason, detail)));
  }

  public Response response(Settled settled) {
    return switch (settled) {
      case Settled.First first -> response(first.answer());
      case Settled.Repeat repeat -> response(repeat.answer());
      case Settled.KeyReused reused ->
          Problem.of(
                  Reason.IDEMPOTENCY_KEY_REUSED,
                  "Idempotency-Key: \"%s\" was used with another body. Take a new key."
                      .formatted(reused.key()))
              .response();
    };
  }

  private static Response response(Answer answer) {
    String type = answer.status() < 400 ? MediaType.APPLICATION_JSON : Problem.CONTENT_TYPE;
    return Response.status(answer.status()).type(type).entity(answer.body()).build();
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
