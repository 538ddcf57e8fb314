#!/bin/sh
# Installs and builds what is missing or old; runs under any Node from 20 on, as root or not. Run it in the project.
set -e
say() { printf '%s\n' "$*" >&2; }

if ! command -v npm >/dev/null 2>&1; then
  [ -x node_modules/.bin/node ] || { say 'Node.js 20 or newer is needed to install (https://nodejs.org): it was not found.'; exit 1; }
elif ! node -e 'process.exit(parseInt(process.versions.node, 10) >= 20 ? 0 : 1)'; then
  say "Node.js 20 or newer is needed to install: this is $(node --version)."; exit 1
fi

# npm writes the inner lock file last, so one that is there and newer means that all is there.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  say 'Installing (once, about half a minute) …'
  npm ci --include=dev --no-audit --no-fund --loglevel=error >&2
  touch node_modules/.package-lock.json
fi

PATH="$PWD/node_modules/.bin:$PATH"
export PATH
sources='src simulators worlds bench package-lock.json tsconfig.json tsconfig.build.json vite.config.ts'
# shellcheck disable=SC2086
if [ ! -e dist/.built ] || [ -n "$(find $sources -newer dist/.built -print 2>/dev/null | head -n 1)" ]; then
  say 'Building …'
  mkdir -p dist
  touch dist/.building # what changes while it is built is built the next time
  tsc -p tsconfig.build.json >&2
  vite build >&2
  mv dist/.building dist/.built
fi
