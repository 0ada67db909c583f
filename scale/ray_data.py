"""A run in N pieces under Ray Data; a piece that fails, or whose worker dies, is tried again.

    python scale/ray_data.py N generate TASK... --count ITEMS --out DIR [OPTION...]
    python scale/ray_data.py N verify DATASET FILE... --out DIR [OPTION...]

Needs `pip install "ray[data]"`. RAY_ADDRESS names a cluster, else one is started here; paths must
be of a disk that all nodes share. The exit code is 0 only if no piece is missing.
"""

import pathlib
import subprocess
import sys

import ray

# Stands around the reason of a failed piece, which Ray tells within a traceback.
REASON = "\x1f"

STAGE = str(pathlib.Path(__file__).resolve().parent / "stage.sh")


def absolute(words: list[str]) -> list[str]:
    """The words with their paths absolute: on a node of a cluster nobody stands where we do."""
    found = []
    for before, word in zip(["", *words], words):
        if before == "--out" or (not word.startswith("-") and pathlib.Path(word).is_file()):
            word = str(pathlib.Path(word).resolve())
        elif before == "--with" and "=" in word:
            key, path = word.split("=", 1)
            word = f"{key}={pathlib.Path(path).resolve()}"
        found.append(word)
    return found


def main() -> None:
    pieces, words = int(sys.argv[1]), absolute(sys.argv[2:])

    def run(batch):
        for i in batch["id"]:
            piece = subprocess.run(
                [STAGE, f"{i + 1}/{pieces}", *words], stderr=subprocess.PIPE, text=True
            )
            if piece.returncode != 0:
                raise RuntimeError(f"{REASON}piece {i + 1}: {piece.stderr.strip()}{REASON}")
        return batch

    ray.init(log_to_driver=False)
    try:
        done = (
            ray.data.range(pieces, override_num_blocks=pieces)
            .map_batches(run, batch_size=1, max_retries=3, retry_exceptions=True)
            .count()
        )
    except Exception as error:  # noqa: BLE001 - whatever it was, its reason is told and it failed
        told = str(error).split(REASON)
        sys.exit(f"ray_data.py: {told[1] if len(told) > 2 else error}")
    if done != pieces:
        sys.exit(f"ray_data.py: {pieces - done} of {pieces} pieces are missing")


if __name__ == "__main__":
    main()
