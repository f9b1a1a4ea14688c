# shellcheck shell=bash disable=SC2154
# Waiting with reasons. Sourced by run.

note() { # ok|WRONG|not run|figure, and what
  printf '%-8s %s\n' "$1" "$2" | tee -a "$work/summary"
  [ "$1" != WRONG ]
}

has_kind() { kubectl get crd "$1" >/dev/null 2>&1; }

# What the cluster has of the engines, by their kinds.
engines() {
  serving='' argo='' eventing='' kafka=''
  if has_kind services.serving.knative.dev; then serving=1; fi
  if has_kind workflowtemplates.argoproj.io; then argo=1; fi
  if has_kind triggers.eventing.knative.dev; then eventing=1; fi
  if has_kind kafkasources.sources.knative.dev; then kafka=1; fi
  [ -n "$serving" ] || fail 'Knative Serving is not installed (no kind services.serving.knative.dev)'
  note figure "Kubernetes $(kubectl version -o json | sed -n 's/.*"gitVersion": "\(.*\)",/\1/p' | tail -n 1)"
  [ -n "$argo" ] || note 'not run' 'the wiring argo: Argo Workflows is not installed'
  if [ -z "$eventing" ] || [ -z "$kafka" ]; then
    note 'not run' 'the wirings broker and sequence, Triggers, sources, sinks: Knative Eventing with its Kafka parts is not installed'
  else
    note 'not run' 'the wirings broker and sequence: the overlay serving-only has no Broker; apply the overlay kafka for them'
  fi
}

wirings() { printf 'chain\n%s' "${argo:+argo}"; }

# One line for each thing that is not ready, and why, as far as the cluster tells.
not_ready() {
  kubectl get ksvc -n "$namespace" -o jsonpath='{range .items[*]}Service {.metadata.name}{"\t"}{.status.conditions[?(@.type=="Ready")].status}{"\t"}{.status.conditions[?(@.type=="Ready")].reason} {.status.conditions[?(@.type=="Ready")].message}{"\n"}{end}' |
    awk -F'\t' '$2 != "True" { print $1 ": " $3 }'
  kubectl get deployments,statefulsets -n "$namespace" -o jsonpath='{range .items[*]}{.kind} {.metadata.name}{"\t"}{.spec.replicas}{"\t"}{.status.readyReplicas}{"\n"}{end}' |
    awk -F'\t' '$2 + 0 != $3 + 0 { print $1 ": " $3 + 0 " of " $2 " ready" }'
  kubectl get jobs -n "$namespace" -l app.kubernetes.io/name=migrations -o jsonpath='{range .items[*]}Job {.metadata.name}{"\t"}{.status.succeeded}{"\n"}{end}' |
    awk -F'\t' '$2 != 1 { print $1 ": not done" }'
  kubectl get pods -n "$namespace" -o jsonpath='{range .items[*]}{.metadata.name}{"\t"}{range .status.containerStatuses[*]}{.state.waiting.reason} {.state.waiting.message}{.lastState.terminated.reason}{end}{range .status.conditions[?(@.reason=="Unschedulable")]}{.message}{end}{"\n"}{end}' |
    awk -F'\t' '$2 ~ /[^ ]/ && $2 !~ /^ *(ContainerCreating|PodInitializing) *$/ { print "  Pod " $1 ": " $2 }' | cut -c1-240
  kubectl get events -n "$namespace" --field-selector type=Warning -o jsonpath='{range .items[*]}{.reason}{"\t"}{.message}{"\n"}{end}' |
    awk -F'\t' '$1 ~ /FailedCreate|FailedMount|FailedScheduling/ { print "  " $1 ": " $2 }' | sort -u | tail -n 5 | cut -c1-240
}

await_ready() { # SECONDS
  local until=$((SECONDS + $1)) before='' now
  while true; do
    now=$(not_ready)
    [ -n "$(printf '%s' "$now" | grep -v '^  ' || true)" ] || return 0
    if [ "$now" != "$before" ]; then
      say "waiting for:"
      printf '%s\n' "$now" | sed 's/^/  /'
      before=$now
    fi
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 3
  done
}

pods_of() { # SERVICE: how many pods of it are there
  kubectl get pods -n "$namespace" -l "serving.knative.dev/service=$1" --field-selector status.phase=Running \
    -o name | wc -l
}

await_pods() { # SERVICE COUNT SECONDS
  local until=$((SECONDS + $3))
  while [ "$(pods_of "$1")" -ne "$2" ]; do
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 1
  done
}
