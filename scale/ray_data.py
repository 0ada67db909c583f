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

STAGE = str(pathlib.Path(__file__).resolve().parent / "stage.sh")


def main() -> None:
    pieces, words = int(sys.argv[1]), sys.argv[2:]

    def run(batch):
        for i in batch["id"]:
            subprocess.run([STAGE, f"{i + 1}/{pieces}", *words], check=True)
        return batch

    ray.init(log_to_driver=False)
    done = (
        ray.data.range(pieces, override_num_blocks=pieces)
        .map_batches(run, batch_size=1, max_retries=3, retry_exceptions=True)
        .count()
    )
    if done != pieces:
        sys.exit(f"ray_data.py: {pieces - done} of {pieces} pieces are missing")


if __name__ == "__main__":
    main()
