#!/bin/sh
# A run in N pieces as a Slurm job array; an array with failed pieces is started again, three times
# in all. generate keeps the parts that are whole.
#
#   scale/slurm.sh N generate TASK... --count ITEMS --out DIR [OPTION...]
#   scale/slurm.sh N verify DATASET FILE... --out DIR [OPTION...]
#
# Paths must be of a disk that all nodes share. Options of sbatch, such as --partition or --time, go
# into SBATCH_OPTIONS. The exit code is 0 only if no piece is missing.
set -eu
stage=$(cd "$(dirname "$0")" && pwd)/stage.sh
pieces=$1
shift
job=$(mktemp)
# What the pieces say goes into a folder here, which all nodes share, and away behind the last.
logs=$(mktemp -d "$PWD/.alidade-slurm.XXXXXX")
trap 'rm -rf "$job" "$logs"' EXIT
cat >"$job" <<'JOB'
#!/bin/sh
stage=$1 pieces=$2
shift 2
exec "$stage" "$SLURM_ARRAY_TASK_ID/$pieces" "$@"
JOB
for _ in 1 2 3; do
  # shellcheck disable=SC2086
  if sbatch --wait --requeue --job-name=alidade --array="1-$pieces" \
    --output="$logs/%a.out" --error="$logs/%a.err" ${SBATCH_OPTIONS:-} \
    "$job" "$stage" "$pieces" "$@"; then exit 0; fi
done
for log in "$logs"/*.err; do
  [ -s "$log" ] && echo "slurm.sh: piece $(basename "$log" .err): $(tail -n 1 "$log")" >&2
done
echo "slurm.sh: pieces are missing after three rounds" >&2
exit 1
