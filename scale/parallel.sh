#!/bin/sh
# A run in N pieces under GNU parallel, a piece a core; a piece that fails is tried three times.
#
#   scale/parallel.sh N generate TASK... --count ITEMS --out DIR [OPTION...]
#   scale/parallel.sh N verify DATASET FILE... --out DIR [OPTION...]
#
# The exit code is that of the failed pieces' number: 0 only if none is missing. Options of parallel,
# such as --sshloginfile HOSTS over a shared disk, go into PARALLEL_OPTIONS.
set -eu
stage=$(cd "$(dirname "$0")" && pwd)/stage.sh
pieces=$1
shift
# shellcheck disable=SC2086
seq "$pieces" | parallel --will-cite --quote --retries 3 ${PARALLEL_OPTIONS:-} \
  "$stage" "{}/$pieces" "$@"
