# shellcheck shell=bash disable=SC2154
# What is checked. Sourced by run.

# The largest order, with what Argo would take for templates in every line: it has to come out as it went in.
large() {
  local wiring
  {
    printf '{"orderId": "large", "customerId": "1", "currency": "GBP", "paymentToken": "tok_ok", "destination": {"country": "GB"}, "lines": ['
    seq 2000 | sed 's/.*/{"sku": "SKU-&", "description": "{{workflow.name}} {{=1 + 1}} {{ \\"quoted\\" \\\\ line number &", "quantity": 1, "unitPrice": 50}/' | paste -sd,
    printf ']}'
  } >"$work/large.json"
  for wiring in $(wirings); do
    orderflow send --cluster "$work/large.json" --wiring "$wiring" --id-suffix "-$wiring-$SECONDS-$RANDOM" --stall 120 \
      --report "$work/large-report.json" >"$work/large.txt" 2>&1 || {
      tail -n 20 "$work/large.txt"
      note WRONG "an order of 2,000 lines did not end through $wiring"
      return
    }
    [ "$(field "$work/large-report.json" shipped)" = 1 ] || {
      note WRONG "an order of 2,000 lines through $wiring: $(ends "$work/large-report.json")"
      return
    }
    note ok "an order of 2,000 lines ($(wc -c <"$work/large.json") bytes) is shipped through $wiring"
  done
}

deploy() {
  local begin=$SECONDS
  remove
  kubectl apply -k "$overlay" >"$work/apply.log" || {
    cat "$work/apply.log"
    note WRONG "kubectl apply -k ${overlay#"$home/"}"
    return
  }
  if await_ready 420; then
    note ok "kubectl apply -k ${overlay#"$home/"}: all ready after $((SECONDS - begin)) s"
  else
    note WRONG "kubectl apply -k ${overlay#"$home/"}: not all ready after $((SECONDS - begin)) s"
  fi
}

remove() { kubectl delete namespace "$namespace" --ignore-not-found --wait --timeout=300s >/dev/null; }

orderflow() { "$home/orderflow" "$@"; }

field() { # FILE NAME: of a balance sheet
  sed -n "s/^ *\"$2\" : \([0-9]*\),\{0,1\}$/\1/p" "$1" | head -n 1
}

# Ends and money, in one line that two runs may be compared by.
ends() { # FILE
  local name
  for name in sent shipped rejected paymentFailed cancelled deadLettered charges refunds bookings; do
    printf '%s %s, ' "$(field "$1" "$name")" "$name"
  done
  printf '%s unaccounted, %s charged twice' "$(field "$1" unaccounted)" "$(field "$1" doubleCharges)"
}

samples() {
  if orderflow demo --cluster --report "$work/samples.json" 2>"$work/samples.log" >"$work/samples.txt"; then
    note ok "the samples through $(wirings | paste -sd' '): $(ends "$work/samples.json") each"
  else
    cat "$work/samples.txt"
    tail -n 5 "$work/samples.log"
    note WRONG 'the samples did not end as they should'
  fi
}

# Through each wiring, and through the local platform: the same ends everywhere.
invoices() {
  local wiring local_ends
  [ -n "$csv" ] || {
    note 'not run' "the first $invoices invoices: name the data set by --csv"
    return 0
  }
  awk -F, -v most="$invoices" 'NR > 1 && $1 != last { n += !($1 in seen); seen[$1] = 1; last = $1 } n <= most' \
    "$csv" >"$work/invoices.csv"
  orderflow send --data "$work/local" --csv "$work/invoices.csv" --wiring chain --report "$work/local.json" \
    >"$work/local.txt" 2>&1 || {
    tail -n 20 "$work/local.txt"
    note WRONG 'the invoices did not end on the local platform'
    return
  }
  local_ends=$(ends "$work/local.json")
  for wiring in $(wirings); do
    orderflow send --cluster --csv "$work/invoices.csv" --wiring "$wiring" --id-suffix "-$wiring-$SECONDS" \
      --stall 180 --report "$work/$wiring.json" >"$work/$wiring.txt" 2>&1 || {
      tail -n 20 "$work/$wiring.txt"
      note WRONG "the invoices did not end through $wiring"
      return
    }
    if [ "$(ends "$work/$wiring.json")" = "$local_ends" ]; then
      note ok "$(field "$work/$wiring.json" sent) invoices through $wiring end as on the local platform, in $(sed -n 's/^ *"seconds" : \([0-9.]*\),/\1/p' "$work/$wiring.json") s: $local_ends"
    else
      note WRONG "invoices through $wiring: $(ends "$work/$wiring.json"); on the local platform: $local_ends"
      return
    fi
  done
}

one_order() { # WIRING: sends a sample, and says how long it took
  orderflow send --cluster --namespace "$namespace" "$home/samples/01-shipped.json" --wiring "$1" --id-suffix "-$1-$SECONDS-$RANDOM" \
    --report "$work/one.json" >"$work/one.txt" 2>&1 || {
    tail -n 20 "$work/one.txt"
    return 1
  }
  sed -n 's/^ *"max" : \([0-9]*\).*$/\1/p' "$work/one.json"
}

zero() {
  local function took
  for function in validate-order process-payment ship-order; do
    await_pods "$function" 0 180 || {
      note WRONG "$function has $(pods_of "$function") pods after 180 s without an order"
      return
    }
  done
  took=$(one_order chain) || {
    note WRONG 'an order to functions at zero did not end'
    return
  }
  note ok "functions go to zero; the next order wakes all three and is shipped after $took ms"
}

# Every part loses its pods, one after the other, while orders come in.
drill() {
  if orderflow drill --cluster --wiring chain --report "$work/drill.json" >"$work/drill.txt" 2>"$work/drill.log"; then
    note ok "each part killed while orders come in through chain: $(ends "$work/drill.json")"
  else
    cat "$work/drill.txt"
    tail -n 5 "$work/drill.log"
    note WRONG 'orders of the drill did not end as they should'
  fi
}

# The canary is the same image under another name; what counts is how many requests it gets. Each request is drawn
# by itself: of 100 requests one run in four is outside of 7 to 13, of 1,000 one in 500 is outside of 70 to 130.
canary() {
  local stable requests=1000 got
  one_order chain >/dev/null || return
  stable=$(kubectl get ksvc validate-order -n "$namespace" -o jsonpath='{.status.latestReadyRevisionName}')
  kubectl patch ksvc validate-order -n "$namespace" --type merge -p "
spec:
  template:
    metadata:
      name: validate-order-canary
      annotations:
        autoscaling.knative.dev/min-scale: '1'
        autoscaling.knative.dev/max-scale: '1'
  traffic:
    - {revisionName: $stable, percent: 90, tag: stable}
    - {revisionName: validate-order-canary, percent: 10, tag: canary}
" >/dev/null
  kubectl wait ksvc/validate-order -n "$namespace" --for=condition=Ready --timeout=120s >/dev/null
  seq "$requests" | sed 's/.*/{"orderId": "canary-&", "customerId": "1", "currency": "GBP", "paymentToken": "tok_ok",\
    "destination": {"country": "GB"}, "lines": [{"sku": "1", "quantity": 1, "unitPrice": 100}]}/' |
    paste -d' ' - - >"$work/canary.jsonl"
  orderflow send --cluster "$work/canary.jsonl" --wiring chain --id-suffix "-$SECONDS-$RANDOM" \
    >"$work/canary.txt" 2>&1 || {
    tail -n 20 "$work/canary.txt"
    note WRONG 'the orders of the canary did not end'
    return
  }
  got=$(handled_by validate-order-canary)
  # A name that stays in the template would forbid every later change of it.
  kubectl patch ksvc validate-order -n "$namespace" --type merge >/dev/null -p '{"spec": {"traffic": null, "template":
    {"metadata": {"name": null, "annotations": {"autoscaling.knative.dev/min-scale": "0", "autoscaling.knative.dev/max-scale": "10"}}}}}'
  if [ "$got" -ge 70 ] && [ "$got" -le 130 ]; then
    note ok "a canary of 10 % got $got of $requests requests"
  else
    note WRONG "a canary of 10 % got $got of $requests requests"
  fi
}

# How a platform behaves, sentence by sentence: the same that ./orderflow test asks of the local platform.
contract() {
  local code=0
  suite contract 'ContractIT*' || code=1
  sed -n 's/^contract: NOT RUN //p' "$work/contract.txt" | while IFS= read -r sentence; do
    note 'not run' "contract: $sentence"
  done
  return "$code"
}

# What ./orderflow plan says of the pods of a Service, beside what the cluster's autoscaler does.
autoscaler() {
  local code=0
  suite autoscaler AutoscalerClusterIT || code=1
  sed -n 's/^autoscaler: //p' "$work/autoscaler.txt" | while IFS= read -r pods; do
    note figure "autoscaler: pods $pods"
  done
  cp "$home/contract-tests/target/autoscaler.json" "$work/autoscaler.json" 2>/dev/null || code=1
  return "$code"
}

# Sentences in Java. The tests of no module but this one; what it needs is built.
suite() { # NAME PATTERN
  local result=ok reports=$home/contract-tests/target/failsafe-reports
  rm -f "$reports/failsafe-summary.xml"
  (cd "$home" && mvn -B -ntp -q -pl contract-tests -am verify -Dspotless.skip -Dcontract.platform=cluster \
    -Dcontract.forks=1 -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dit.test=$2" -Dfailsafe.failIfNoSpecifiedTests=false) >"$work/$1.txt" 2>&1 || {
    grep '^\[ERROR\]' "$work/$1.txt" | head -n 20
    result=WRONG
  }
  note "$result" "$1: $(count completed "$reports") sentences, $(count failures "$reports") broken, $(count errors "$reports") in error, $(count skipped "$reports") not run"
}

count() { # WHAT FOLDER: of the suite's summary
  sed -n "s:.*<$1>\([0-9]*\)</$1>.*:\1:p" "$2/failsafe-summary.xml" 2>/dev/null || printf 0
}
