package com.example.orderflow.wiringcheck.manifest;

/** The kinds of objects that the wiring is made of. */
public enum Kind {
  BROKER("eventing.knative.dev", "Broker"),
  TRIGGER("eventing.knative.dev", "Trigger"),
  KAFKA_SINK("eventing.knative.dev", "KafkaSink"),
  SEQUENCE("flows.knative.dev", "Sequence"),
  KAFKA_SOURCE("sources.knative.dev", "KafkaSource"),
  PING_SOURCE("sources.knative.dev", "PingSource"),
  FUNCTION("serving.knative.dev", "Service"),
  SERVICE("", "Service"),
  CONFIG_MAP("", "ConfigMap"),
  POD("", "Pod"),
  DEPLOYMENT("apps", "Deployment"),
  STATEFUL_SET("apps", "StatefulSet"),
  JOB("batch", "Job"),
  CRON_JOB("batch", "CronJob"),
  WORKFLOW_TEMPLATE("argoproj.io", "WorkflowTemplate");

  private final String group;
  private final String kind;

  Kind(String group, String kind) {
    this.group = group;
    this.kind = kind;
  }

  public String group() {
    return group;
  }

  public String kind() {
    return kind;
  }
}
