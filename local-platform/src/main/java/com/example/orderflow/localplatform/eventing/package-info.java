/**
 * Knative Eventing of the class Kafka, in one process: Brokers, Triggers, Sequences, sources and
 * KafkaSinks over a real Kafka, behaving as measured on a cluster.
 */
package com.example.orderflow.localplatform.eventing;
