{{/* Where policies lead to: in this namespace when the chart brings it, else where networkPolicies says. */}}

{{- define "orderflow.toPostgresql" -}}
{{- if .Values.development.postgresql.enabled -}}
to:
  - podSelector:
      matchLabels:
        app.kubernetes.io/name: postgresql
{{- else if .Values.networkPolicies.postgresql -}}
to:
  {{- toYaml .Values.networkPolicies.postgresql | nindent 2 }}
{{- end }}
ports:
  - port: {{ .Values.development.postgresql.enabled | ternary 5432 .Values.networkPolicies.postgresqlPort }}
{{- end }}

{{- define "orderflow.toKafka" -}}
{{- if .Values.development.kafka.enabled -}}
to:
  - podSelector:
      matchLabels:
        app.kubernetes.io/name: kafka
{{- else if .Values.networkPolicies.kafka -}}
to:
  {{- toYaml .Values.networkPolicies.kafka | nindent 2 }}
{{- end }}
ports:
  - port: {{ .Values.development.kafka.enabled | ternary 9092 .Values.networkPolicies.kafkaPort }}
{{- end }}

{{/* Every call of a function goes to Knative's gateway, or to its activator. */}}
{{- define "orderflow.toServing" -}}
- to:
    {{- toYaml .Values.networkPolicies.serving | nindent 4 }}
  ports:
    - port: 80
    - port: 8012
    - port: 8013
    - port: 8080
    - port: 8081
{{- end }}
