# What the benchmarks have in common: to show a figure with its goal, and to keep it. Sourced by them.

results=()
facts=()

# The JDK that ./orderflow finds, for Maven too. Asked for when the options are in order.
use_jdk() {
  JAVA_HOME=$("$home/orderflow" jdk)
  export JAVA_HOME
}

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

# What a reader has to know beside the figures, such as a version.
state() { # NAME TEXT
  echo "$1: $2"
  facts+=("\"$1\": \"$2\"")
}

# No goal is none. Of a value of several rounds the lowest and the highest may stand beside it.
measured() { # WHAT VALUE UNIT GOAL, such as '<= 20' [LOW HIGH]
  printf '%-62s %8s %-3s %s%s\n' "$1" "$2" "$3" "${5:+($5 to $6)}" "${4:+  goal $4 $3}"
  results+=("{\"what\": \"$1\", \"value\": $2, \"unit\": \"$3\", \"goal\": ${4:+\"}${4:-null}${4:+\"}${5:+, \"low\": $5, \"high\": $6}}")
}

# Entries of a JSON list or object, one a line.
json_lines() { # ENTRY…
  local entry separator=''
  for entry in "$@"; do
    printf '%s\n    %s' "$separator" "$entry"
    separator=,
  done
}

write_results() { # NAME
  local file=$home/benchmarks/results/$1.json
  mkdir -p "$home/benchmarks/results"
  {
    printf '{\n  "date": "%s",\n  "commit": "%s",\n' \
      "$(date -u +%Y-%m-%d)" "$(git -C "$home" rev-parse --short HEAD 2>/dev/null || echo unknown)"
    printf '  "machine": "%s, %s processors, %s MB",\n' "$(uname -sm)" "$(getconf _NPROCESSORS_ONLN)" \
      "$(awk '/^MemTotal/ { printf "%d", $2 * 1024 / 1e6 }' /proc/meminfo)"
    printf '  "load_before": %s,\n' "$load_before"
    if [ ${#facts[@]} -gt 0 ]; then
      printf '  "facts": {%s\n  },\n' "$(json_lines "${facts[@]}")"
    fi
    printf '  "results": [%s\n  ]\n}\n' "$(json_lines "${results[@]}")"
  } >"$file"
  echo "written to $file"
}
