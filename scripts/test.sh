#!/bin/sh
# npm test: installs what the tests need, then runs everything. The last line is always "N passed, N failed".
if ! sh scripts/ready-to-test.sh; then
  echo '0 passed, 1 failed'
  exit 1
fi
exec node_modules/.bin/node scripts/test.ts "$@"
