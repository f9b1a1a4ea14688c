package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the API server says when it does not take an object: who refused it, and the mend. */
final class Refusal {

  private record Kind(Pattern said, Function<MatchResult, String> found, String next) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              Pattern.compile(
                  "exceeded quota: ([^,]+), requested: (\\S+), used: (\\S+), limited: (\\S+)"),
              words ->
                  "the quota %s is used up: %s asked for, %s of %s used"
                      .formatted(words.group(1), words.group(2), words.group(3), words.group(4)),
              "raise the quota, or ask for less by resources.requests and maxScale in the values; see kubectl describe quota"),
          new Kind(
              Pattern.compile("failed quota: ([^:]+): must specify (.+)"),
              words ->
                  "the quota %s wants every pod to state %s"
                      .formatted(words.group(1), words.group(2)),
              "state it under resources in the values, or give the namespace a LimitRange"),
          new Kind(
              Pattern.compile("violates PodSecurity \"([^\"]+)\": (.+)"),
              words ->
                  "Pod Security \"%s\" refuses the pod: %s"
                      .formatted(words.group(1), words.group(2)),
              "the chart's own pods pass \"restricted\": which label, sidecar or value of yours changes them?"),
          new Kind(
              Pattern.compile("failed calling webhook \"([^\"]+)\": (.+)"),
              words ->
                  "the admission webhook %s does not answer: %s"
                      .formatted(words.group(1), words.group(2)),
              "are its pods ready? kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations names its service"),
          new Kind(
              Pattern.compile("admission webhook \"([^\"]+)\" denied the request: (.+)"),
              words ->
                  "the admission webhook %s refuses it: %s"
                      .formatted(words.group(1), words.group(2)),
              "change the value that it names, or ask whoever runs that policy"),
          new Kind(
              Pattern.compile(
                  "[Uu]ser \"([^\"]+)\" cannot (\\w+) resource \"([^\"]+)\"(?: in API group \"([^\"]*)\")?"),
              words ->
                  "%s may not %s %s%s"
                      .formatted(
                          words.group(1),
                          words.group(2),
                          words.group(3),
                          words.group(4) == null || words.group(4).isEmpty()
                              ? ""
                              : "." + words.group(4)),
              "ask for a Role that allows it; kubectl auth can-i --list shows what you may"),
          new Kind(
              Pattern.compile("error looking up service account ([^:]+): (.+)"),
              words -> "the service account %s is missing".formatted(words.group(1)),
              "make it, or wait: Kubernetes makes the account default of a new namespace"));

  private Refusal() {}

  /** Of any message: one that nobody knows is quoted. */
  static Finding of(String about, String message) {
    String line = message.strip().replaceAll("\\s+", " ");
    return KINDS.stream()
        .flatMap(
            kind ->
                kind.said()
                    .matcher(line)
                    .results()
                    .limit(1)
                    .map(words -> Finding.bad(about, kind.found().apply(words), kind.next())))
        .findFirst()
        .orElseGet(
            () ->
                Finding.bad(about, line, "the words are the API server's; see kubectl get events"));
  }
}
