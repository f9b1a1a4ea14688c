package com.example.orderflow.eventpolicy;

import java.util.Locale;

/** The content types that a function tells apart. */
enum MediaType {
  STRUCTURED_EVENT("application/cloudevents+json"),
  JSON("application/json"),
  OTHER("");

  private final String canonical;

  MediaType(String canonical) {
    this.canonical = canonical;
  }

  /** As Funqy compares it: it knows no upper case. */
  String canonical() {
    return canonical;
  }

  /** No content type at all is JSON: so a broker delivers an event without datacontenttype. */
  static MediaType of(String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return JSON;
    }
    String essence = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (MediaType known : values()) {
      if (known.canonical.equals(essence)) {
        return known;
      }
    }
    return OTHER;
  }
}
