#!/bin/sh
# One piece of a run, the same under every engine.
#
#   stage.sh I/N generate TASK... --count ITEMS --out DIR [OPTION...]
#   stage.sh I/N verify DATASET --out DIR FILE... [-- OPTION...]
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
    generate) "$alidade" generate "$@" --shard "$number/$of" ;;
    verify) verify "$@" ;;
    *) echo "stage.sh: no stage $command, must be generate or verify" >&2; exit 2 ;;
  esac
  echo "$number/$of"
}

# verify DATASET --out DIR FILE... [-- OPTION...]: the piece's share of the files, in their order.
verify() {
  if [ $# -lt 4 ] || [ "$2" != --out ]; then
    echo "stage.sh: must be verify DATASET --out DIR FILE... [-- OPTION...]" >&2
    exit 2
  fi
  dataset=$1 out=$3
  shift 3
  files=0
  for word; do [ "$word" != -- ] || break; files=$((files + 1)); done
  first=$(((number - 1) * files / of)) end=$((number * files / of))
  # The words go round once: files of other pieces and the -- fall out.
  at=0 words=$#
  while [ "$at" -lt "$words" ]; do
    word=$1
    shift
    if [ "$at" -gt "$files" ] || { [ "$at" -ge "$first" ] && [ "$at" -lt "$end" ]; }; then
      set -- "$@" "$word"
    fi
    at=$((at + 1))
  done
  [ "$first" -lt "$end" ] || return 0
  mkdir -p "$out"
  part=$out/$(printf 'part-%05d-of-%05d' "$number" "$of")
  "$alidade" verify "$dataset" "$@" --json "$part.jsonl" --errors "$part.errors.jsonl" \
    --summary "$part.json" >/dev/null
}

[ $# -ge 2 ] || { echo "stage.sh: must be I/N generate|verify WORD..." >&2; exit 2; }
numbers=${1%/*} of=${1#*/}
shift
if [ "$numbers" != - ]; then
  piece "$numbers" "$of" "$@"
else
  while read -r number; do piece "$number" "$of" "$@" </dev/null; done
fi
