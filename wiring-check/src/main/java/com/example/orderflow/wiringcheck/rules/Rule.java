package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Place;
import java.util.stream.Stream;

/** What has to hold of a deployment. */
public interface Rule {

  /** Names the rule in findings. */
  String id();

  /** The rule, as a person says it. */
  String sentence();

  /** Where it does not hold. */
  Stream<Finding> check(Manifests manifests);

  /** It will go wrong. */
  default Finding error(Place place, String problem, String mend) {
    return new Finding(id(), Finding.Level.ERROR, place, problem, mend);
  }

  /** It may go wrong. */
  default Finding warning(Place place, String problem, String mend) {
    return new Finding(id(), Finding.Level.WARNING, place, problem, mend);
  }
}
