# shellcheck shell=bash disable=SC2154
# What makes images of contexts. Sourced by build.

find_engine() {
  local candidate
  engine=${ORDERFLOW_IMAGE_ENGINE:-}
  if [ -z "$engine" ]; then
    for candidate in docker podman buildah mkimage; do
      if works "$candidate"; then
        engine=$candidate
        break
      fi
    done
  fi
  [ -n "$engine" ] || fail 'neither docker (with its daemon), podman, buildah nor mkimage is here.
Install one (Debian: apt-get install buildah), or name one by ORDERFLOW_IMAGE_ENGINE.'
  if [ "${engine##*/}" = mkimage ] && [ ! -f "${ORDERFLOW_BASE_IMAGE:-}" ]; then
    fail "mkimage needs the archive of a base: ORDERFLOW_BASE_IMAGE=\"${ORDERFLOW_BASE_IMAGE:-}\" is no file.
It is what docker save writes of an image with Java 25 and bash."
  fi
}

works() {
  command -v "$1" >/dev/null 2>&1 || return 1
  [ "$1" != docker ] || docker info >/dev/null 2>&1
}

tag() { # a native program beside that of the JVM, as the chart's images.variant wants it
  printf '%s/%s:%s' "$repository" "$1" "$version"
  [ ! -x "$out/$1/app/program" ] || printf %s -native
}

# What the image says of itself. The revision is that of the checkout; all else is the same on every machine.
labels() {
  local revision
  revision=$(git -C "$home" rev-parse HEAD 2>/dev/null || printf unknown)
  [ -z "$(git -C "$home" status --porcelain 2>/dev/null)" ] || revision=$revision-modified
  printf '%s\n' "org.opencontainers.image.title=$1" "org.opencontainers.image.version=$version" \
    "org.opencontainers.image.revision=$revision" "org.opencontainers.image.vendor=Orderflow" \
    "org.opencontainers.image.description=Orderflow: $1" "org.opencontainers.image.base.name=$(basename "$base")"
}

make_image() { # NAME DOCKERFILE
  local name=$1 file=$2 label arguments=()
  while IFS= read -r label; do arguments+=("$label"); done < <(labels "$name")
  case ${engine##*/} in
    mkimage) make_archive "$name" "$file" "${arguments[@]}" ;;
    *)
      build_image "$file" "$(tag "$name")" "$out/$name" --build-arg "BASE=$base" "${arguments[@]/#/--label=}" \
        >"$out/$name.log" 2>&1 || fail "$engine failed; see $out/$name.log"
      ;;
  esac
  say "  $(tag "$name")  $(size "$name")"
}

build_image() { # DOCKERFILE TAG CONTEXT [OPTION...]
  local build=(build --timestamp 0) file=$1 tag=$2 context=$3
  shift 3
  case ${engine##*/} in
    docker) build=(build --build-arg SOURCE_DATE_EPOCH=0) ;;
    buildah) build[0]=bud ;;
  esac
  "$engine" "${build[@]}" --quiet --file "$file" --tag "$tag" "$@" "$context"
}

# The few instructions of our Dockerfiles, one layer for each COPY.
make_archive() { # NAME DOCKERFILE LABEL...
  local name=$1 file=$2 from to words arguments=()
  shift 2
  while read -r from to; do arguments+=(-add "$out/$name/${from%/}:${to%/}"); done < <(sed -n 's/^COPY //p' "$file")
  words=$(sed -n 's/^ENTRYPOINT \[\(.*\)\]$/\1/p' "$file" | tr -d '",')
  for from in $words; do arguments+=(-entrypoint "$from"); done
  "$engine" -o "$out/$name.tar" -t "$(tag "$name")" -base "$base" "${arguments[@]}" "${@/#/-label=}" \
    -user "$(sed -n 's/^USER //p' "$file")" -expose "$(sed -n 's/^EXPOSE //p' "$file")/tcp"
}

size() {
  case ${engine##*/} in
    mkimage) printf '%s in %s' "$(du -h "$out/$1.tar" | cut -f1)" "${out#"$home/"}/$1.tar" ;;
    *) image_size "$(tag "$1")" ;;
  esac
}

image_size() { "$engine" images --format '{{.Size}}' "$1"; }

has_image() { "$engine" inspect --type image "$1" >/dev/null 2>&1; }

# The java of the base, as a folder that runs here.
base_java() {
  local java=$out/base-java path
  if [ ! -e "$java/.of" ] || [ "$(cat "$java/.of")" != "$(base_identity)" ]; then
    rm -rf "$java"
    mkdir -p "$java/root"
    unpack_base "$java/root" || return 1
    base_identity >"$java/.of"
  fi
  path=$(find "$java/root" -path '*/bin/java' -type f -perm -u+x -print -quit)
  [ -n "$path" ] && "$path" -version >/dev/null 2>&1 || return 1
  printf '%s' "$path"
}

base_identity() {
  case ${engine##*/} in
    mkimage) printf '%s %s' "$base" "$(stat -c '%s %Y' "$base")" ;;
    buildah) "$engine" inspect --type image --format '{{.FromImageID}}' "$base" 2>/dev/null || printf '%s' "$base" ;;
    *) "$engine" inspect --type image --format '{{.Id}}' "$base" 2>/dev/null || printf '%s' "$base" ;;
  esac
}

unpack_base() { # FOLDER
  local layer container
  case ${engine##*/} in
    mkimage)
      while IFS= read -r layer; do
        tar -xOf "$base" "$layer" | gzip -dcf | tar -x -C "$1" --exclude='dev/*'
      done < <(tar -xOf "$base" manifest.json | grep -o '"Layers":\[[^]]*\]' | grep -o '"[^"]*\.tar[^"]*"' | tr -d '"')
      ;;
    buildah)
      container=$("$engine" from "$base")
      cp -a "$("$engine" mount "$container")/." "$1"
      "$engine" rm "$container" >/dev/null
      ;;
    *)
      container=$("$engine" create "$base" true)
      "$engine" export "$container" | tar -x -C "$1" --exclude='dev/*'
      "$engine" rm "$container" >/dev/null
      ;;
  esac
}

compile_native() { # NAME FILE
  local image container module
  [ "${engine##*/}" = docker ] || [ "${engine##*/}" = podman ] ||
    fail "$1 has no native program: build it (mvn -Pnative -pl … package), or use docker or podman for Dockerfile.native"
  module=$(module "$1")
  image=$(tag "$1")-builder
  "$engine" build --quiet --file "$here/Dockerfile.native" --target builder --build-arg "MODULE=${module#"$home/"}" \
    --tag "$image" "$home" >"$out/$1-native.log" || fail "the native build failed; see $out/$1-native.log"
  container=$("$engine" create "$image")
  "$engine" cp "$container:/program" "$2"
  "$engine" rm "$container" >/dev/null
}

load_image() { # into the cluster of the current context
  local context archive=$out/$1.tar
  context=$(kubectl config current-context 2>/dev/null || true)
  if [ -n "${ORDERFLOW_LOAD_IMAGES:-}" ]; then
    [ "${engine##*/}" = mkimage ] || save "$1" "$archive"
    $ORDERFLOW_LOAD_IMAGES "$archive" >"$out/$1.log" 2>&1 || fail "$ORDERFLOW_LOAD_IMAGES failed; see $out/$1.log"
  else
    case $context in
      kind-*) save "$1" "$archive" && kind load image-archive "$archive" --name "${context#kind-}" ;;
      minikube) save "$1" "$archive" && minikube image load "$archive" ;;
      k3d-*) save "$1" "$archive" && k3d image import "$archive" --cluster "${context#k3d-}" ;;
      *) fail "how images get into the cluster of context \"$context\" is not known: push them to its registry,
or name a command that takes an archive by ORDERFLOW_LOAD_IMAGES" ;;
    esac
  fi
  say "  $(tag "$1")  loaded"
}

save() { # NAME ARCHIVE
  case ${engine##*/} in
    mkimage) ;;
    buildah) "$engine" push --quiet "$(tag "$1")" "docker-archive:$2:$(tag "$1")" ;;
    *) "$engine" save --output "$2" "$(tag "$1")" ;;
  esac
}
