package com.example.orderflow.localplatform.argo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of the expression language (expr-lang) that the templates use.
 *
 * <pre>
 *   expression = unary { operator unary }          || &amp;&amp; == != matches +
 *   unary      = [ "!" ] ( "(" expression ")" | "'text'" | name.of.it | function "(" … ")" )
 *   function   = replace(text, old, new) | jsonpath(text, '$.field')
 * </pre>
 */
final class ExpressionReader {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<text>'(?:[^'\\\\]|\\\\.)*')"
              + "|(?<name>[A-Za-z_][\\w-]*(?:\\.[A-Za-z_][\\w-]*)*)"
              + "|(?<symbol>\\|\\||&&|==|!=|[+!(),]))");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final Pattern FIELD = Pattern.compile("\\$\\.([A-Za-z_]\\w*)");

  private final String source;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private ExpressionReader(String source) {
    this.source = source;
    Matcher matcher = TOKEN.matcher(source);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
      matcher.region(end, source.length());
    }
    if (!source.substring(end).isBlank()) {
      throw refuse("\"%s\" is not interpreted".formatted(source.substring(end).strip()));
    }
  }

  /**
   * Reads a whole expression.
   *
   * @throws IllegalArgumentException for whatever is not interpreted
   */
  static Expression read(String source) {
    ExpressionReader reader = new ExpressionReader(source);
    Expression expression = reader.expression(0);
    if (reader.next < reader.tokens.size()) {
      throw reader.refuse("\"%s\" comes too many".formatted(reader.tokens.get(reader.next)));
    }
    return expression;
  }

  private Expression expression(int weakest) {
    Expression left = unary();
    while (true) {
      Optional<Operator> operator = operator().filter(found -> found.strength() > weakest);
      if (operator.isEmpty()) {
        return left;
      }
      next++;
      left = new Expression.Operation(operator.get(), left, expression(operator.get().strength()));
    }
  }

  private Optional<Operator> operator() {
    for (Operator operator : Operator.values()) {
      if (next < tokens.size() && tokens.get(next).equals(operator.symbol())) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  private Expression unary() {
    String token = take();
    if (token.equals("!")) {
      return new Expression.Not(unary());
    }
    if (token.equals("(")) {
      Expression inside = expression(0);
      expect(")");
      return inside;
    }
    if (token.startsWith("'")) {
      return new Expression.Literal(unquoted(token));
    }
    if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_') {
      throw refuse("\"%s\" stands where a value should".formatted(token));
    }
    return next < tokens.size() && tokens.get(next).equals("(")
        ? call(token)
        : new Expression.Name(token);
  }

  private Expression call(String function) {
    expect("(");
    Expression first = expression(0);
    expect(",");
    Expression call =
        switch (function) {
          case "replace" -> {
            Expression old = expression(0);
            expect(",");
            yield new Expression.Replace(first, old, expression(0));
          }
          case "jsonpath" -> new Expression.JsonPath(first, field(unquoted(take())));
          default -> throw refuse("the function \"%s\" is not interpreted".formatted(function));
        };
    expect(")");
    return call;
  }

  private String field(String path) {
    Matcher field = FIELD.matcher(path);
    if (!field.matches()) {
      throw refuse("the path \"%s\" is not interpreted, only one field: $.name".formatted(path));
    }
    return field.group(1);
  }

  private String unquoted(String token) {
    if (!token.startsWith("'")) {
      throw refuse("\"%s\" is no 'text'".formatted(token));
    }
    return ESCAPE.matcher(token.substring(1, token.length() - 1)).replaceAll(this::unescaped);
  }

  private String unescaped(java.util.regex.MatchResult escape) {
    return switch (escape.group(1)) {
      case "\\", "'" -> Matcher.quoteReplacement(escape.group(1));
      default -> throw refuse("the escape \"%s\" is not interpreted".formatted(escape.group()));
    };
  }

  private String take() {
    if (next == tokens.size()) {
      throw refuse("it ends too early");
    }
    return tokens.get(next++);
  }

  private void expect(String token) {
    String found = take();
    if (!found.equals(token)) {
      throw refuse("\"%s\" stands where \"%s\" should".formatted(found, token));
    }
  }

  private IllegalArgumentException refuse(String reason) {
    return new IllegalArgumentException("in the expression %s: %s".formatted(source, reason));
  }
}
