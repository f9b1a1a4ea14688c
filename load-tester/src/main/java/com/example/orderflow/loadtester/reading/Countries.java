package com.example.orderflow.loadtester.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Country names in English to ISO 3166-1 alpha-2 codes. */
final class Countries {
  /** Names in use that the JDK does not know, or knows by another name. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("Bosnia", "BA"),
          Map.entry("Czech Republic", "CZ"),
          Map.entry("EIRE", "IE"),
          Map.entry("Great Britain", "GB"),
          Map.entry("Holland", "NL"),
          Map.entry("Hong Kong", "HK"),
          Map.entry("Ivory Coast", "CI"),
          Map.entry("Korea", "KR"),
          Map.entry("Macao", "MO"),
          Map.entry("Macedonia", "MK"),
          Map.entry("Republic of Ireland", "IE"),
          Map.entry("RSA", "ZA"),
          Map.entry("Swaziland", "SZ"),
          Map.entry("Turkey", "TR"),
          Map.entry("UAE", "AE"),
          Map.entry("UK", "GB"),
          Map.entry("USA", "US"));

  private final Map<String, String> codes = new HashMap<>();

  Countries() {
    Arrays.stream(Locale.getISOCountries()).forEach(code -> put(name(code), code));
    ALIASES.forEach(this::put);
  }

  /** The code of the country; a name that has none comes back as it stands. */
  String code(String name) {
    return codes.getOrDefault(key(name), name);
  }

  private void put(String name, String code) {
    codes.put(key(name), code);
  }

  private static String name(String code) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
