# shellcheck shell=bash disable=SC2154
# Figures: size of images, start from zero, memory. Sourced by run.

metrics_of() { # POD: through the API server
  kubectl get --raw "/api/v1/namespaces/$namespace/pods/$1:8080/proxy/q/metrics"
}

handled_by() { # REVISION: how many events its pods have answered
  local pod
  for pod in $(kubectl get pods -n "$namespace" -l "serving.knative.dev/revision=$1" -o jsonpath='{.items[*].metadata.name}'); do
    metrics_of "$pod" | sed -n 's/^orderflow_events_seconds_count{.*} \([0-9.]*\)$/\1/p'
  done | awk '{ n += $1 } END { print n + 0 }'
}

# As the node has them: unpacked by nobody, compressed as they were loaded.
image_sizes() {
  kubectl get nodes -o jsonpath='{range .items[0].status.images[*]}{.sizeBytes}{"\t"}{.names[0]}{"\n"}{end}' |
    awk -F'\t' '$2 ~ /(validate-order|process-payment|ship-order|sandbox|orchestration|migrations|cli|kafka|postgresql)[:@]/ {
      printf "%.0f MB  %s\n", $1 / 1e6, $2 }' | sort -rn
}

# Resident memory of the program of a pod, in MiB.
memory_of() { # POD CONTAINER
  kubectl exec -n "$namespace" "$1" -c "$2" -- cat /proc/1/status | awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }'
}

# A copy of validate-order that goes to zero soon. Without the cache: java is told so.
probe_service() { # NAME JDK_JAVA_OPTIONS
  kubectl apply -n "$namespace" -f - >/dev/null <<YAML
apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: $1
  labels: {networking.knative.dev/visibility: cluster-local}
spec:
  template:
    metadata:
      annotations: {autoscaling.knative.dev/window: 6s, autoscaling.knative.dev/max-scale: "1"}
    spec:
      automountServiceAccountToken: false
      containers:
        - name: validate-order
          image: $(kubectl get ksvc validate-order -n "$namespace" -o jsonpath='{.spec.template.spec.containers[0].image}')
          env: [{name: JDK_JAVA_OPTIONS, value: "$2"}]
          ports: [{containerPort: 8080}]
          readinessProbe: {httpGet: {path: /q/health/ready}}
          resources: {limits: {memory: 384Mi}}
          securityContext:
            {runAsNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false,
             capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}
          volumeMounts: [{name: tmp, mountPath: /tmp}]
      volumes: [{name: tmp, emptyDir: {}}]
YAML
  kubectl wait "ksvc/$1" -n "$namespace" --for=condition=Ready --timeout=120s >/dev/null
}

# To the activator, where the first request to a Service at zero arrives; it wakes the revision and waits.
first_answer() { # PORT SERVICE: seconds
  curl --silent --fail --output /dev/null --write-out '%{time_total}' --max-time 60 "http://127.0.0.1:$1/" \
    -H "Knative-Serving-Namespace: $namespace" \
    -H "Knative-Serving-Revision: $(kubectl get ksvc "$2" -n "$namespace" -o jsonpath='{.status.latestReadyRevisionName}')" \
    -H 'content-type: application/cloudevents+json' -H "Host: $2.$namespace.svc.cluster.local" \
    --data-binary @"$home/events/src/main/resources/events/com.example.order.created.json"
}

measure() {
  local name port forward times memory pod options result=0
  image_sizes | while read -r line; do note figure "image $line"; done
  kubectl port-forward -n knative-serving service/activator-service :80 >"$work/forward.log" 2>&1 &
  forward=$!
  for ((i = 0; i < 50; i++)); do
    port=$(sed -n 's/^Forwarding from 127.0.0.1:\([0-9]*\) .*/\1/p' "$work/forward.log")
    [ -z "$port" ] || break
    sleep 0.2
  done
  for name in with-cache without-cache; do
    options=-Dprobe=$name
    if [ "$name" = without-cache ]; then options=-XX:AOTMode=off; fi
    probe_service "$name" "$options"
    times='' memory=''
    for _ in 1 2 3; do
      await_pods "$name" 0 120 || {
        note WRONG "$name does not go to zero"
        result=1
        break
      }
      times+="$(first_answer "$port" "$name") s, " || result=1
      pod=$(kubectl get pods -n "$namespace" -l "serving.knative.dev/service=$name" -o jsonpath='{.items[0].metadata.name}')
      memory=$(memory_of "$pod" validate-order)
    done
    note figure "validate-order on the JVM, AOT cache ${name%-cache}: from zero to the first answer ${times%, }; then $memory MiB"
    kubectl delete ksvc "$name" -n "$namespace" --wait=false >/dev/null
  done
  kill "$forward"
  for name in orchestration kafka postgresql; do
    pod=$(kubectl get pods -n "$namespace" -l "app.kubernetes.io/name=$name" -o jsonpath='{.items[0].metadata.name}')
    note figure "$name: $(memory_of "$pod" "$name") MiB"
  done
  return "$result"
}
