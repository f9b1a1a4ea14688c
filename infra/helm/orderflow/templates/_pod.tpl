{{/* What every pod says alike: it passes Pod Security "restricted". */}}

{{- define "orderflow.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.images.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "orderflow.securityContext" -}}
runAsNonRoot: true
readOnlyRootFilesystem: true
allowPrivilegeEscalation: false
capabilities:
  drop:
    - ALL
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "orderflow.tmp" -}}
volumes:
  - name: tmp
    emptyDir: {}
{{- end }}

{{- define "orderflow.tmpMount" -}}
volumeMounts:
  - name: tmp
    mountPath: /tmp
{{- end }}

{{/* The three keys of a database's Secret: its name */}}
{{- define "orderflow.databaseEnv" -}}
{{- range $key := list "url" "username" "password" }}
- name: DATABASE_{{ upper $key }}
  valueFrom:
    secretKeyRef:
      name: {{ $ }}
      key: {{ $key }}
{{- end }}
{{- end }}

{{/* (dict "name" NAME "map" CONFIGMAP "key" KEY) */}}
{{- define "orderflow.configEnv" -}}
- name: {{ .name }}
  valueFrom:
    configMapKeyRef:
      name: {{ .map }}
      key: {{ .key }}
{{- end }}
