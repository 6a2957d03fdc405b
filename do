#!/bin/sh
# ./do COMMAND: everything there is to do with this checkout.
#   tour      set up, build, and walk through what Nacre does (the main job)
#   test      set up, build, and run every test
#   build     set up and build .build/release/nacre and the sample modules
#   install   build and install under PREFIX (default /usr/local): PREFIX=/opt/nacre ./do install
#   bench     build and run the benchmarks
#   check     the gate: formatting, imports, sizes, the ABI's hash
#   conformance   score the built host and write docs/conformance.md's table
# Each installs what it lacks by apt package name (Scripts/toolchain) and needs no other network.
set -eu
cd "$(dirname "$0")"
here=$(pwd -P)
nacre=.build/release/nacre

say() { printf '\033[1m== %s\033[0m\n' "$*" 2>/dev/null || echo "== $*"; }

# Runs the rest of this script where the toolchain is.
inside() { [ -n "${NACRE_INSIDE:-}" ] || exec Scripts/toolchain env NACRE_INSIDE=1 "$here/do" "$@"; }

build() {
  static=--static-swift-stdlib
  swift build -c release $static --product nacre "$@"
  make -s -C Plugins
}

case ${1:-help} in
  build)
    inside "$@"
    build
    ;;
  tour)
    inside "$@"
    build
    exec Scripts/tour "$nacre"
    ;;
  test)
    inside "$@"
    exec Scripts/test
    ;;
  check)
    inside "$@"
    exec Scripts/check
    ;;
  bench)
    inside "$@"
    build
    shift
    exec Benchmarks/run "$@"
    ;;
  conformance)
    inside "$@"
    build
    shift
    exec Scripts/conformance
    ;;
  install)
    inside "$@"
    build
    exec Scripts/install "${PREFIX:-/usr/local}" "${DESTDIR:-}"
    ;;
  *)
    sed -n '2,11s/^# \{0,1\}//p' "$0"
    ;;
esac
