package com.example.orderflow.sandbox.http;

import com.example.orderflow.events.Channels;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads a request in two steps, text to tree and tree to record, so that a refusal can quote from
 * the tree what stood in the refused place.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class ApiRequestReader implements MessageBodyReader<ApiRequest> {
  private final ObjectMapper json;

  ApiRequestReader(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return ApiRequest.class.isAssignableFrom(type);
  }

  @Override
  public ApiRequest readFrom(
      Class<ApiRequest> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(Channels.LARGEST_EVENT_BYTES + 1);
    if (bytes.length > Channels.LARGEST_EVENT_BYTES) {
      throw new RequestTooLarge();
    }
    return read(bytes, type);
  }

  ApiRequest read(byte[] body, Class<? extends ApiRequest> type) throws IOException {
    JsonNode tree = tree(body);
    try {
      return json.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      throw MisfitBody.of(e, tree);
    }
  }

  private JsonNode tree(byte[] body) throws IOException {
    JsonNode tree;
    try {
      tree = json.readTree(body);
    } catch (StreamConstraintsException e) {
      throw new MalformedRequest("body: " + e.getOriginalMessage()); // names limit and value
    } catch (JsonProcessingException e) {
      JsonLocation where = e.getLocation();
      throw new MalformedRequest(
          "body: not JSON at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr()));
    }
    if (!tree.isObject()) {
      throw new MalformedRequest(
          "body", tree.isMissingNode() ? "nothing" : tree.toString(), "a JSON object");
    }
    return tree;
  }
}
