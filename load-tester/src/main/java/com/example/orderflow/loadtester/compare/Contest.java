package com.example.orderflow.loadtester.compare;

import com.example.orderflow.events.Wiring;
import java.util.List;

/**
 * What is compared: each wiring with each variant of the functions. A ratio is between two that
 * differ in one thing.
 *
 * <pre>
 *             jvm              aot
 *   chain      1   ◄────────── × chain jvm
 *              ▲
 *   broker   × chain jvm ◄──── × broker jvm
 * </pre>
 *
 * @param wirings the first is what the others are compared with
 * @param variants so here; none where the functions stay what they are
 */
public record Contest(List<Wiring> wirings, List<String> variants) {
  private static final String AS_BUILT = "";

  public Contest {
    if (wirings.isEmpty()) {
      throw new IllegalArgumentException("wirings: there is none to compare");
    }
    wirings = List.copyOf(wirings);
    variants = List.copyOf(variants);
  }

  /** Never empty. */
  List<String> forms() {
    return variants.isEmpty() ? List.of(AS_BUILT) : variants;
  }

  /** Where variants are compared, lets the functions be that one, from nothing. */
  void use(String form, Builds builds) {
    if (!variants.isEmpty()) {
      builds.use(form);
    }
  }

  List<Contender> of(String form) {
    return wirings.stream().map(wiring -> new Contender(wiring, form)).toList();
  }

  List<Contender> contenders() {
    return forms().stream().flatMap(form -> of(form).stream()).toList();
  }

  /** What it is compared with; for the first of all, itself. */
  Contender baselineOf(Contender contender) {
    String first = forms().getFirst();
    return new Contender(
        contender.variant().equals(first) ? wirings.getFirst() : contender.wiring(), first);
  }
}
