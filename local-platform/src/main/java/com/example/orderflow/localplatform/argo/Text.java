package com.example.orderflow.localplatform.argo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A text of a template with places for values: <code>{{name}}</code>, or <code>{{=expression}}
 * </code>.
 *
 * <p>Argo fills in the same text more than once, and would evaluate a value that holds two opening
 * braces: whoever writes an order could write templates. Here such a value is refused.
 */
public final class Text {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final String source;
  private final List<Expression> pieces;

  private Text(String source, List<Expression> pieces) {
    this.source = source;
    this.pieces = pieces;
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException for a place that is not interpreted
   */
  public static Text read(String source) {
    List<Expression> pieces = new ArrayList<>();
    int at = 0;
    for (int open = source.indexOf(OPEN); open >= 0; open = source.indexOf(OPEN, at)) {
      int close = source.indexOf(CLOSE, open);
      if (close < 0) {
        throw new IllegalArgumentException("\"%s\": {{ without }}".formatted(source));
      }
      pieces.add(new Expression.Literal(source.substring(at, open)));
      String tag = source.substring(open + OPEN.length(), close);
      pieces.add(
          tag.startsWith("=")
              ? ExpressionReader.read(tag.substring(1))
              : new Expression.Name(tag.strip()));
      at = close + CLOSE.length();
    }
    pieces.add(new Expression.Literal(source.substring(at)));
    return new Text(source, List.copyOf(pieces));
  }

  /**
   * A text that is what an expression says.
   *
   * @throws IllegalArgumentException for an expression that is not interpreted
   */
  public static Text ofExpression(String expression) {
    return new Text(expression, List.of(ExpressionReader.read(expression)));
  }

  /**
   * The text with all values in.
   *
   * @throws EvaluationException when a value is missing, or cannot be put in
   */
  String fill(Map<String, String> names) {
    return pieces.stream()
        .map(piece -> String.valueOf(piece.value(names)))
        .map(this::withoutTemplates)
        .collect(Collectors.joining());
  }

  /** Every name that it may ask for. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    pieces.forEach(piece -> names.addAll(piece.names()));
    return names;
  }

  static boolean isTemplate(String value) {
    return value.contains(OPEN);
  }

  private String withoutTemplates(String value) {
    if (isTemplate(value)) {
      throw new EvaluationException(
          "a value of %s holds two opening braces, which Argo would evaluate as a template: write the second as \\u007b"
              .formatted(source));
    }
    return value;
  }

  @Override
  public String toString() {
    return source;
  }
}
