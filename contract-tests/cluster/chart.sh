# shellcheck shell=bash disable=SC2154
# The chart, from its installation to its removal, in a namespace of its own. Sourced by run.

chart=$home/infra/helm/orderflow

chart() {
  local namespace=orderflow-helm
  command -v helm >/dev/null || {
    note 'not run' 'the chart: helm is not in PATH'
    return 0
  }
  remove
  if chart_install && chart_test && chart_upgrade && chart_rollback && chart_uninstall; then
    remove
  else
    return 1
  fi
}

# Ready are its pods and, of which Helm knows nothing, its Knative Services; sets took to the seconds.
release() { # a helm command
  local begin=$SECONDS
  helm "$@" --namespace "$namespace" --wait --timeout 7m >"$work/helm.log" 2>&1 && await_ready 300 || {
    tail -n 20 "$work/helm.log"
    note WRONG "helm $1, after $((SECONDS - begin)) s"
    return
  }
  took=$((SECONDS - begin))
}

# The version before this one: what an upgrade meets is its labels and its objects.
chart_install() {
  local took
  rm -rf "$work/chart-before"
  cp -r "$chart" "$work/chart-before"
  sed -i 's/^version: .*/version: 0.9.0/' "$work/chart-before/Chart.yaml"
  release install orderflow "$work/chart-before" --create-namespace --values "$chart/ci/14-one-small-node-values.yaml" || return
  note ok "helm install, with PostgreSQL and Kafka: all ready after $took s"
}

chart_test() {
  helm test orderflow --namespace "$namespace" --timeout 5m >"$work/helm.log" 2>&1 || {
    kubectl logs pod/test-order -n "$namespace" --tail=20 || true
    note WRONG 'helm test'
    return
  }
  note ok 'helm test: a real order is shipped, and charged once'
}

# Each program is replaced, with orders in its hands: it gets a variable that it does not know.
chart_upgrade() {
  local took
  customers || return
  release upgrade orderflow "$chart" --values "$chart/ci/14-one-small-node-values.yaml" \
    --set 'functions.defaults.env[0].name=UPGRADED,functions.defaults.env[0].value=yes' \
    --set 'orchestration.env[0].name=UPGRADED,orchestration.env[0].value=yes' || return
  kubectl wait pod/customers -n "$namespace" --for=jsonpath='{.status.phase}'=Succeeded --timeout=300s >/dev/null || {
    kubectl logs pod/customers -n "$namespace" --tail=25 || true
    note WRONG 'an upgrade under an order a second'
    return
  }
  kubectl logs pod/customers -n "$namespace" >"$work/upgrade.txt"
  kubectl delete pod/customers configmap/customers -n "$namespace" >/dev/null
  note ok "helm upgrade from version 0.9.0, all functions and the order service replaced in $took s under an order a second: $(sed -n 's/^\(sent\|  shipped\) *\([0-9]*\).*/\2 \1/p' "$work/upgrade.txt" | tr -s ' ' | paste -sd, | sed 's/,/, /')"
}

# They are in the cluster: the way of kubectl and the command line, through the API server, ends with a pod.
customers() {
  kubectl apply -n "$namespace" -f - >/dev/null <<YAML
apiVersion: v1
kind: ConfigMap
metadata: {name: customers}
data:
  scenario.yaml: |
    target: {api: chain}
    load: [{constant: {rate: 1, for: 100s}}]
    bounds: {errors: 0, missed: 0}
---
apiVersion: v1
kind: Pod
metadata:
  name: customers
  labels: {orderflow.example.com/client: "true"}
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}
  containers:
    - name: customers
      image: $(helm get hooks orderflow --namespace "$namespace" | sed -n 's/^ *image: *"\{0,1\}\([^"]*cli[^"]*\)"\{0,1\}$/\1/p')
      imagePullPolicy: IfNotPresent
      args:
        - load
        - /load/scenario.yaml
        - --api=http://orchestration.$namespace.svc.cluster.local
        - --sandbox=http://sandbox.$namespace.svc.cluster.local
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: {drop: [ALL]}
      volumeMounts:
        - {name: load, mountPath: /load}
        - {name: tmp, mountPath: /tmp}
  volumes:
    - {name: load, configMap: {name: customers}}
    - {name: tmp, emptyDir: {}}
YAML
  kubectl wait pod/customers -n "$namespace" --for=condition=Ready --timeout=60s >/dev/null || {
    note WRONG 'the pod that places orders does not start'
    return
  }
}

chart_rollback() {
  local took
  release rollback orderflow 1 || return
  one_order chain >/dev/null || {
    note WRONG 'an order after helm rollback'
    return
  }
  note ok "helm rollback: ready after $took s, and the next order is shipped"
}

# All that the namespace holds, but for what Kubernetes puts into each one and the record of what happened.
objects() {
  kubectl api-resources --verbs=list --namespaced -o name |  grep -v '^events' | paste -sd, |
    xargs -I{} kubectl get {} -n "$namespace" --ignore-not-found -o name 2>/dev/null |
    grep -vxF -e configmap/kube-root-ca.crt -e serviceaccount/default || true
}

chart_uninstall() {
  local left begin=$SECONDS
  helm uninstall orderflow --namespace "$namespace" --cascade foreground --wait --timeout 5m >"$work/helm.log" 2>&1 || {
    tail -n 20 "$work/helm.log"
    note WRONG 'helm uninstall'
    return
  }
  while left=$(objects) && [ -n "$left" ]; do
    [ $((SECONDS - begin)) -lt 120 ] || {
      printf '%s\n' "$left"
      note WRONG 'helm uninstall leaves objects behind'
      return
    }
    sleep 2
  done
  note ok 'helm uninstall leaves nothing'
}
