#!/bin/sh
# What the tests need beside the program: a Chromium.
set -e
sh scripts/ready.sh

for name in "$CHROMIUM" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo 'Installing Chromium (once) …' >&2
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium-headless-shell >&2
  exit 0
fi
echo 'The browser tests need Chromium: install it (Debian: apt-get install chromium-headless-shell), or name it in CHROMIUM.' >&2
exit 1
