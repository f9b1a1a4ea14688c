package com.example.orderflow.localplatform.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are those of the CloudEvents HTTP protocol binding. */
class HeaderValueTest {

  @Test
  void charactersOutsidePrintableAsciiAreEncoded() {
    assertThat(HeaderValue.encode("Euro € 😀")).isEqualTo("Euro%20%E2%82%AC%20%F0%9F%98%80");
    assertThat(HeaderValue.encode("a\"%\n")).isEqualTo("a%22%25%0A");
    assertThat(HeaderValue.encode("/a?b=c~")).isEqualTo("/a?b=c~");
  }

  @ParameterizedTest
  @CsvSource({
    "Euro%20%E2%82%AC%20%F0%9F%98%80, Euro € 😀",
    "%e2%82%ac, €",
    "a%62c, abc",
    "50%, 50%",
    "50%x, 50%x",
    "\"a \\\"b\\\"\", a \"b\"",
  })
  void isDecoded(String header, String value) {
    assertThat(HeaderValue.decode(header)).contains(value);
  }

  @Test
  void whatEncodesNoUtf8IsRefused() {
    assertThat(HeaderValue.decode("%C0%A0")).isEmpty();
  }

  @Property
  void whatIsEncodedIsDecodedAgain(@ForAll String value) {
    var valid = new String(value.getBytes(UTF_8), UTF_8);

    assertThat(HeaderValue.decode(HeaderValue.encode(valid))).contains(valid);
  }
}
