# What the benchmarks have in common: to show a figure with its goal, and to keep it. Sourced by them.

results=()

check_name() { # NAME
  [[ $1 =~ ^[a-z0-9.-]*$ ]] || {
    echo "--save: \"$1\" is not of a-z 0-9 . -" >&2
    exit 2
  }
}

note_load() {
  load_before=$(cut -d' ' -f1 /proc/loadavg)
  echo "$(getconf _NPROCESSORS_ONLN) processors, load $load_before before the run"
}

measured() { # WHAT VALUE UNIT GOAL, such as '<= 20'; no goal is none
  printf '%-62s %8s %-2s%s\n' "$1" "$2" "$3" "${4:+  goal $4 $3}"
  results+=("{\"what\": \"$1\", \"value\": $2, \"unit\": \"$3\", \"goal\": ${4:+\"}${4:-null}${4:+\"}}")
}

write_results() { # NAME
  local file=$home/benchmarks/results/$1.json entry separator=''
  mkdir -p "$home/benchmarks/results"
  {
    printf '{\n  "date": "%s",\n  "commit": "%s",\n' \
      "$(date -u +%Y-%m-%d)" "$(git -C "$home" rev-parse --short HEAD 2>/dev/null || echo unknown)"
    printf '  "machine": "%s, %s processors, %s MB",\n' "$(uname -sm)" "$(getconf _NPROCESSORS_ONLN)" \
      "$(awk '/^MemTotal/ { printf "%d", $2 * 1024 / 1e6 }' /proc/meminfo)"
    printf '  "load_before": %s,\n  "results": [' "$load_before"
    for entry in "${results[@]}"; do
      printf '%s\n    %s' "$separator" "$entry"
      separator=,
    done
    printf '\n  ]\n}\n'
  } >"$file"
  echo "written to $file"
}
