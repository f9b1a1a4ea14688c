{{/* Names and labels, and what many templates say alike. */}}

{{/* Of an object: (dict "root" $ "name" NAME) */}}
{{- define "orderflow.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/part-of: orderflow
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- if eq .root.Values.eventing.brokerClass "in-memory" }}
orderflow.example.com/durability: none
{{- end }}
{{- with .root.Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* (dict "root" $ "name" NAME "tag" TAG): a tag of its own, or that of all images */}}
{{- define "orderflow.image" -}}
{{- $images := .root.Values.images -}}
{{- $tag := .tag | default $images.tag | default .root.Chart.AppVersion -}}
{{ $images.registry }}/{{ .name }}:{{ $tag }}{{ if eq $images.variant "native" }}-native{{ end }}
{{- end }}

{{/* For what is no program of Orderflow's, and has one variant only */}}
{{- define "orderflow.toolImage" -}}
{{ .root.Values.images.registry }}/{{ .name }}:{{ .root.Values.images.tag | default .root.Chart.AppVersion }}
{{- end }}

{{/* The name of a service in this namespace, as everybody calls it: (dict "root" $ "name" NAME) */}}
{{- define "orderflow.host" -}}
{{ .name }}.{{ .root.Release.Namespace }}.svc.cluster.local
{{- end }}

{{- define "orderflow.hasEventing" -}}
{{- if ne .Values.eventing.brokerClass "none" }}true{{ end }}
{{- end }}

{{/* A list, as JSON: Kafka of the cluster, or the one for development */}}
{{- define "orderflow.bootstrapServers" -}}
{{- if .Values.development.kafka.enabled -}}
{{ list (printf "%s:9092" (include "orderflow.host" (dict "root" . "name" "kafka"))) | toJson }}
{{- else -}}
{{ .Values.kafka.bootstrapServers | toJson }}
{{- end -}}
{{- end }}

{{- define "orderflow.replicationFactor" -}}
{{ ternary 1 .Values.kafka.replicationFactor .Values.development.kafka.enabled }}
{{- end }}

{{/* Of every Trigger, step and source. Nothing is merged with the Broker's: a Trigger that states a sink only gets
     one try. */}}
{{- define "orderflow.delivery" -}}
retry: {{ .Values.eventing.delivery.retry }}
backoffPolicy: {{ .Values.eventing.delivery.backoffPolicy }}
backoffDelay: {{ .Values.eventing.delivery.backoffDelay }}
timeout: {{ .Values.eventing.delivery.timeout }}
deadLetterSink:
{{- if .Values.eventing.deadLetterSink }}
  {{- toYaml .Values.eventing.deadLetterSink | nindent 2 }}
{{- else }}
  ref:
    apiVersion: eventing.knative.dev/v1alpha1
    kind: KafkaSink
    name: dead-letters
{{- end }}
{{- end }}

{{/* Of orders that name none; empty: the order service's own, broker */}}
{{- define "orderflow.defaultWiring" -}}
{{- .Values.orchestration.defaultWiring | default (eq .Values.eventing.brokerClass "none" | ternary "chain" "") -}}
{{- end }}
