{{/* What an app logs in with: (dict "root" $ "app" APP "database" DATABASE) */}}
{{- define "orderflow.developmentSecret" -}}
apiVersion: v1
kind: Secret
metadata:
  name: {{ get .root.Values.databaseSecrets .app }}
  labels:
    {{- include "orderflow.labels" (dict "root" .root "name" (printf "%s-database" .app)) | nindent 4 }}
    orderflow.example.com/purpose: development
stringData:
  url: jdbc:postgresql://{{ include "orderflow.host" (dict "root" .root "name" "postgresql") }}:5432/{{ .database }}
  username: {{ replace "-" "_" .app }}
  password: {{ .root.Values.development.postgresql.password | quote }}
{{- end }}
