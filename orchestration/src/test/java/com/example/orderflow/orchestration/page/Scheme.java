package com.example.orderflow.orchestration.page;

import java.util.Locale;

/** What somebody likes to look at. */
enum Scheme {
  LIGHT,
  DARK;

  /** As in CSS. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
