package com.example.orderflow.localplatform.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "workflow.name", "order-1",
          "steps.pay.status", "Skipped",
          "steps.validate.outputs.result", "{\"type\":\"a.b\",\"text\":\"{{x}}\"}");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      textBlock =
          """
          plain                                                    ~ plain
          at {{workflow.name}}/{{ workflow.name }}                 ~ at order-1/order-1
          {{=workflow.name}}                                       ~ order-1
          {{='it\\'s'}}                                            ~ it's
          {{=workflow.name == 'order-1'}}                          ~ true
          {{=workflow.name != 'order-1' || workflow.name == 'x'}}  ~ false
          {{=!(workflow.name matches '-[0-9]')}}                   ~ false
          {{='a' + 'b' == 'ab' && 'a' == 'a'}}                     ~ true
          {{=replace('a-b-c', '-', '+')}}                          ~ a+b+c
          {{=jsonpath(steps.validate.outputs.result, '$.type')}}   ~ a.b
          """)
  void placesAreFilledIn(String text, String expected) {
    assertThat(Text.read(text).fill(NAMES)).isEqualTo(expected);
  }

  @Test
  void aResultOfASkippedStepIsNotAskedForWhenItsStatusDecides() {
    Text condition =
        Text.read(
            "{{=steps.pay.status == 'Succeeded' && jsonpath(steps.pay.outputs.result, '$.type') == 'x'}}");

    assertThat(condition.fill(NAMES)).isEqualTo("false");
  }

  @Test
  void twoBracesAreHandedOnAsOneAndAnEscape() {
    Text event = Text.read("{{=replace(steps.validate.outputs.result, '{' + '{', '{\\\\u007b')}}");

    assertThat(event.fill(NAMES)).isEqualTo("{\"type\":\"a.b\",\"text\":\"{\\u007bx}}\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{steps.validate.outputs.result}}",
        "{{=steps.validate.outputs.result}}",
        "{{steps.none.status}}",
        "{{=jsonpath(workflow.name, '$.type')}}",
        "{{=jsonpath('{}', '$.type')}}",
        "{{=workflow.name && true.it}}"
      })
  void aValueThatIsMissingOrWouldBeATemplateIsAnError(String text) {
    assertThatThrownBy(() -> Text.read(text).fill(NAMES)).isInstanceOf(EvaluationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{open",
        "{{=}}",
        "{{=a ? b : c}}",
        "{{=toJson(a)}}",
        "{{=jsonpath(a, '$.b.c')}}",
        "{{=jsonpath(a, b)}}",
        "{{='\\n'}}",
        "{{=a b}}",
        "{{=(a}}",
        "{{=replace(a, b)}}",
        "{{== a}}"
      })
  void whatIsNotInterpretedIsRefused(String text) {
    assertThatThrownBy(() -> Text.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
