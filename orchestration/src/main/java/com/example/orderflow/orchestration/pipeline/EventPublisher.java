package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.Extension;
import io.cloudevents.CloudEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.CloudEventMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadataBuilder;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Writes events to Kafka in binary mode: attributes in headers {@code ce_…}, data as the value, and
 * the partition key as the key, so that the events of one order stay in order.
 */
@Singleton
public final class EventPublisher {

  /** The one producer; the topic is chosen per event. */
  static final String CHANNEL = "events";

  /** Longer than Kafka's producer tries by itself. */
  private static final Duration MOST_FOR_KAFKA = Duration.ofSeconds(30);

  private final MutinyEmitter<byte[]> kafka;

  /** Its callers bound what they have under way; an overflow would only be an error of theirs. */
  EventPublisher(
      @Channel(CHANNEL) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<byte[]> kafka) {
    this.kafka = kafka;
  }

  /**
   * Writes one event.
   *
   * @return completes when all replicas in sync have it; fails when that is not known in time
   */
  public CompletionStage<Void> publish(String topic, CloudEvent event) {
    byte[] data = event.getData() == null ? null : event.getData().toBytes();
    Metadata metadata =
        Metadata.of(
            OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic)
                .withKey((String) event.getExtension(Extension.PARTITION_KEY))
                .build(),
            attributes(event));
    return kafka.sendMessage(Message.of(data).withMetadata(metadata)).subscribeAsCompletionStage();
  }

  /**
   * Writes one event and waits until all replicas in sync have it.
   *
   * @throws ExecutionException when Kafka refused it
   * @throws TimeoutException when Kafka did not answer
   */
  public void write(String topic, CloudEvent event)
      throws InterruptedException, ExecutionException, TimeoutException {
    publish(topic, event)
        .toCompletableFuture()
        .get(MOST_FOR_KAFKA.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static CloudEventMetadata<byte[]> attributes(CloudEvent event) {
    OutgoingCloudEventMetadataBuilder<byte[]> attributes =
        OutgoingCloudEventMetadata.<byte[]>builder()
            .withId(event.getId())
            .withSource(event.getSource())
            .withType(event.getType())
            .withSubject(event.getSubject())
            .withDataContentType(event.getDataContentType())
            .withDataSchema(event.getDataSchema());
    if (event.getTime() != null) {
      attributes.withTimestamp(event.getTime().toZonedDateTime());
    }
    event
        .getExtensionNames()
        .forEach(name -> attributes.withExtension(name, event.getExtension(name)));
    return attributes.build();
  }
}
