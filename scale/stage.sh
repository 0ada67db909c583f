#!/bin/sh
# One piece of a run, the same under every engine.
#
#   stage.sh I/N generate TASK... --count ITEMS --out DIR [OPTION...]
#   stage.sh I/N verify DATASET FILE... --out DIR [OPTION...]
#
# Piece I of N goes to DIR/part-I-of-N.jsonl; the parts one behind the other are what a single run
# writes, byte for byte. With -/N the numbers of the pieces come from standard input, a line each.
# ALIDADE names the command where it is not the copy beside this file.
set -eu
alidade=${ALIDADE:-$(cd "$(dirname "$0")" && pwd)/alidade.sh}

# piece I N COMMAND WORD...
piece() {
  number=$1 of=$2 command=$3
  shift 3
  case $command in
    generate | verify) "$alidade" "$command" "$@" --shard "$number/$of" >/dev/null ;;
    *) echo "stage.sh: no stage $command, must be generate or verify" >&2; exit 2 ;;
  esac
  echo "$number/$of"
}

[ $# -ge 2 ] || { echo "stage.sh: must be I/N generate|verify WORD..." >&2; exit 2; }
numbers=${1%/*} of=${1#*/}
shift
if [ "$numbers" != - ]; then
  piece "$numbers" "$of" "$@"
else
  while read -r number; do piece "$number" "$of" "$@" </dev/null; done
fi
