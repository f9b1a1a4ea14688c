# shellcheck shell=bash disable=SC2154
# The image that Java programs run on: pulled, or made here. Sourced by build.
#
#   debootstrap ─► Debian 12 ─┐
#                             ├─► dev.local/java:25
#   JDK 25 ─► jlink ─► java ──┘

own_base=dev.local/java:25
pulled_base=docker.io/library/eclipse-temurin:25-jre

choose_base() {
  local said
  base=${ORDERFLOW_BASE_IMAGE:-}
  if [ -n "$base" ]; then return; fi
  base=$own_base
  if has_image "$base"; then return; fi
  base=$pulled_base
  if has_image "$base"; then return; fi
  say "Pulling $base …"
  said=$("$engine" pull "$base" 2>&1) || fail "$base cannot be pulled: $(printf '%s' "$said" | tail -n 1)
Where no registry is reached, make a base of Debian's packages and a JDK 25 first: ./orderflow images base
Or name an image that is here, with Java 25 and bash: ORDERFLOW_BASE_IMAGE"
}

make_base() {
  local context=$out/base jdk
  [ "${engine##*/}" != mkimage ] || fail 'base: mkimage takes an archive that is there; name it by ORDERFLOW_BASE_IMAGE'
  [ "$(id -u)" = 0 ] || fail 'base: debootstrap wants root; run this as root'
  command -v debootstrap >/dev/null || fail 'base: debootstrap is missing: apt-get install debootstrap'
  jdk=$(jdk_25) || fail 'base: no JDK 25 with jlink in JAVA_HOME or /usr/lib/jvm; install one, or set JAVA_HOME'
  say "Making $own_base of Debian's packages and $jdk (a minute or two) …"
  rm -rf "$context"
  mkdir -p "$context"
  make_debian "$context"
  # All that a server may load, and the tools to look into a running one.
  "$jdk/bin/jlink" --add-modules "java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.localedata,\
jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.nio.mapmode,jdk.security.auth,jdk.security.jgss,\
jdk.unsupported,jdk.xml.dom,jdk.zipfs" --include-locales=en --strip-debug --no-header-files --no-man-pages \
    --output "$context/java" >"$out/base.log" 2>&1 || fail "jlink failed; see $out/base.log"
  # The archive of Java's own classes, which an AOT cache replaces and other programs use.
  "$context/java/bin/java" -Xshare:dump >>"$out/base.log" 2>&1 || fail "java -Xshare:dump failed; see $out/base.log"
  settle "$context"
  build_image "$here/base/Dockerfile" "$own_base" "$context" >>"$out/base.log" 2>&1 ||
    fail "$engine failed; see $out/base.log"
  rm -rf "$context"
  say "  $own_base  $(image_size "$own_base")"
}

# Without what only a package manager or a reader of manuals would miss.
make_debian() { # FOLDER
  local root=$1/root
  debootstrap --variant=minbase bookworm "$root" ${ORDERFLOW_DEBIAN_MIRROR:+"$ORDERFLOW_DEBIAN_MIRROR"} \
    >"$out/debootstrap.log" 2>&1 || fail "debootstrap failed; see $out/debootstrap.log"
  (
    cd "$root"
    rm -rf var/cache/apt/* var/lib/apt/lists/* var/log/* usr/share/man/* usr/share/info/* usr/share/locale/* \
      dev/* proc/* sys/* run/* tmp/* etc/resolv.conf etc/hostname
    tar --sort=name --mtime=@0 --numeric-owner -cf "$1/debian.tar" .
  )
  rm -rf "$root"
}

jdk_25() {
  local jdk
  for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -x "$jdk/bin/jlink" ] && [[ $("$jdk/bin/jlink" --version 2>/dev/null) == 25* ]]; then
      printf '%s' "$jdk"
      return
    fi
  done
  return 1
}
