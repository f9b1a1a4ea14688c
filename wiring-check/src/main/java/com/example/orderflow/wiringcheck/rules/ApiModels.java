package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.manifest.Resource;
import io.fabric8.knative.messaging.v1.InMemoryChannel;
import io.fabric8.knative.messaging.v1beta1.KafkaChannel;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Map;
import java.util.Optional;

/** The classes that were made from the schemas of the APIs. Argo's are not among them. */
final class ApiModels {
  private static final Map<String, Class<?>> BY_KIND =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Namespace", Namespace.class),
          Map.entry("v1 Pod", io.fabric8.kubernetes.api.model.Pod.class),
          Map.entry("v1 Secret", Secret.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("apps/v1 StatefulSet", StatefulSet.class),
          Map.entry("batch/v1 CronJob", CronJob.class),
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("rbac.authorization.k8s.io/v1 Role", Role.class),
          Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class),
          Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
          Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
          Map.entry("serving.knative.dev/v1 Service", io.fabric8.knative.serving.v1.Service.class),
          Map.entry("eventing.knative.dev/v1 Broker", io.fabric8.knative.eventing.v1.Broker.class),
          Map.entry(
              "eventing.knative.dev/v1 Trigger", io.fabric8.knative.eventing.v1.Trigger.class),
          Map.entry(
              "eventing.knative.dev/v1alpha1 KafkaSink",
              io.fabric8.knative.eventing.v1alpha1.KafkaSink.class),
          Map.entry("flows.knative.dev/v1 Sequence", io.fabric8.knative.flows.v1.Sequence.class),
          Map.entry("messaging.knative.dev/v1 InMemoryChannel", InMemoryChannel.class),
          Map.entry("messaging.knative.dev/v1beta1 KafkaChannel", KafkaChannel.class),
          Map.entry(
              "sources.knative.dev/v1 KafkaSource",
              io.fabric8.knative.sources.v1.KafkaSource.class),
          Map.entry(
              "sources.knative.dev/v1 PingSource", io.fabric8.knative.sources.v1.PingSource.class));

  private ApiModels() {}

  static Optional<Class<?>> of(Resource resource) {
    return Optional.ofNullable(BY_KIND.get(resource.apiVersion() + " " + resource.kind()));
  }
}
