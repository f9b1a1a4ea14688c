{{/*
A function as a Knative Service: (dict "root" $ "name" NAME "settings" SETTINGS "env" ENV), where ENV is the YAML of
what this function is told. What its settings do not say, functions.defaults does.
*/}}
{{- define "orderflow.function" -}}
{{- $root := .root -}}
{{- $settings := mergeOverwrite (deepCopy $root.Values.functions.defaults) .settings -}}
apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: {{ .name }}
  labels:
    networking.knative.dev/visibility: cluster-local
    {{- include "orderflow.labels" . | nindent 4 }}
  {{- with $settings.rolloutDuration }}
  annotations:
    serving.knative.dev/rollout-duration: {{ . }}
  {{- end }}
spec:
  template:
    metadata:
      {{- with merge (dict) $settings.labels $root.Values.labels }}
      labels:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      annotations:
        {{- include "orderflow.scaling" $settings.scaling | nindent 8 }}
        {{- with $settings.annotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      containerConcurrency: {{ $settings.containerConcurrency }}
      timeoutSeconds: {{ $settings.timeoutSeconds }}
      {{- include "orderflow.pod" $root | nindent 6 }}
      {{- with $settings.topologySpreadConstraints }}
      topologySpreadConstraints:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .name }}
          image: {{ include "orderflow.image" (dict "root" $root "name" .name "tag" $settings.tag) }}
          {{- with $root.Values.images.pullPolicy }}
          imagePullPolicy: {{ . }}
          {{- end }}
          ports:
            - containerPort: 8080
          {{- if or .env $settings.env }}
          env:
            {{- with .env }}
            {{- trim . | nindent 12 }}
            {{- end }}
            {{- with $settings.env }}
            {{- toYaml . | nindent 12 }}
            {{- end }}
          {{- end }}
          readinessProbe:
            httpGet:
              path: /q/health/ready
          livenessProbe:
            httpGet:
              path: /q/health/live
          resources:
            {{- toYaml $settings.resources | nindent 12 }}
          securityContext:
            {{- include "orderflow.securityContext" $root | nindent 12 }}
          {{- include "orderflow.tmpMount" $root | nindent 10 }}
      {{- include "orderflow.tmp" $root | nindent 6 }}
  {{- with $settings.canary }}
  traffic:
    - revisionName: {{ .stable }}
      percent: {{ sub 100 .percent }}
      tag: stable
    - latestRevision: true
      percent: {{ .percent }}
      tag: canary
  {{- end }}
{{- end }}

{{/* The knobs of Knative's autoscaler: what is not set is left to it. */}}
{{- define "orderflow.scaling" -}}
{{- $names := dict
      "metric" "metric"
      "target" "target"
      "targetUtilizationPercentage" "target-utilization-percentage"
      "window" "window"
      "scaleDownDelay" "scale-down-delay"
      "initialScale" "initial-scale"
      "minScale" "min-scale"
      "maxScale" "max-scale"
      "targetBurstCapacity" "target-burst-capacity" -}}
autoscaling.knative.dev/class: {{ .class }}.autoscaling.knative.dev
{{- range $value, $annotation := $names }}
{{- if hasKey $ $value }}
autoscaling.knative.dev/{{ $annotation }}: {{ get $ $value | toString | quote }}
{{- end }}
{{- end }}
{{- end }}
