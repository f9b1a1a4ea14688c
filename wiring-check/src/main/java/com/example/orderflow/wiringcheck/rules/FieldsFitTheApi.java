package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Node;
import com.example.orderflow.wiringcheck.manifest.Place;
import com.example.orderflow.wiringcheck.manifest.Resource;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An API server drops a field that it does not know, or refuses the object. */
final class FieldsFitTheApi implements Rule {
  /** The models keep what they do not know, unless this annotation is not seen. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              })
          .build();

  @Override
  public String id() {
    return "field-unknown-to-the-api";
  }

  @Override
  public String sentence() {
    return "Every field is one that the API of its object has, with a value of its type.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return manifests.resources().stream().flatMap(resource -> check(resource).stream());
  }

  private Optional<Finding> check(Resource resource) {
    Optional<Class<?>> model = ApiModels.of(resource);
    if (model.isEmpty()) {
      return Optional.empty();
    }
    try {
      STRICT.convertValue(resource.node().plain(), model.get());
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(
          refused.getCause() instanceof JsonMappingException cause
              ? finding(resource, cause)
              : error(
                  resource.node().place(),
                  "%s: %s".formatted(resource, refused.getMessage()),
                  "see kubectl explain"));
    }
  }

  private Finding finding(Resource resource, JsonMappingException refused) {
    String[] path =
        refused.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? String.valueOf(step.getIndex())
                        : step.getFieldName())
            .toArray(String[]::new);
    Place place = resource.node().placeOf(path);
    String field = String.join(".", path);
    if (refused instanceof UnrecognizedPropertyException unknown) {
      return error(
          place,
          "%s: %s has no field %s".formatted(resource, resource.apiVersion(), field),
          "use one of: " + known(unknown));
    }
    return error(
        place,
        "%s: %s is %s, which is of another type"
            .formatted(
                resource, field, resource.node().at(path).map(Node::plain).orElse("missing")),
        "see: kubectl explain %s.%s"
            .formatted(resource.kind().toLowerCase(Locale.ROOT), field.replaceAll("\\.\\d+", "")));
  }

  private static String known(UnrecognizedPropertyException unknown) {
    List<String> known =
        unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    return String.join(", ", known);
  }
}
