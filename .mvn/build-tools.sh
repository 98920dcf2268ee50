# Sourced by coesite and check: a JDK and Maven, installed where that is allowed.

say() { echo "coesite: $*" >&2; }
fail() { say "$*"; exit 1; }

# A folder that is gone or holds no JDK would stop Maven as well.
[ -x "${JAVA_HOME:-}/bin/java" ] || unset JAVA_HOME

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_packages() {
  say "installing $*"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; } >&2 || true
}

# Main version of the Java compiler, 0 without one: a runtime alone cannot build.
compiler_version() {
  local version
  version=$("${JAVA_HOME:+$JAVA_HOME/bin/}javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  echo "${version:-0}"
}

has_build_tools() { [ "$(compiler_version)" -ge 17 ] && command -v mvn >/dev/null; }

need_build_tools() {
  has_build_tools && return
  if can_install; then
    install_packages default-jdk-headless maven
    hash -r
  fi
  has_build_tools || fail "a JDK 17 or newer and Maven are needed (javac found: version" \
    "$(compiler_version), mvn found: $(command -v mvn || echo none); 0 means none). Install them" \
    "with: sudo apt-get install default-jdk-headless maven"
}
