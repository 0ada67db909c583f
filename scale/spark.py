"""A run in N pieces under Spark, through RDD.pipe; Spark tries a piece that fails again.

    python scale/spark.py N generate TASK... --count ITEMS --out DIR [OPTION...]
    python scale/spark.py N verify DATASET FILE... --out DIR [OPTION...]

Needs `pip install pyspark` and Java. Started by spark-submit it runs on a cluster, where paths must
be of a disk that all nodes share. The exit code is 0 only if no piece is missing.
"""

import os
import pathlib
import shlex
import sys

from pyspark import SparkConf, SparkContext

STAGE = str(pathlib.Path(__file__).resolve().parent / "stage.sh")


def main() -> None:
    pieces, words = int(sys.argv[1]), sys.argv[2:]
    conf = SparkConf().setAppName("alidade")
    if not conf.contains("spark.master"):
        # The second number is how often a piece is tried.
        conf.setMaster("local[*,4]")
    with SparkContext(conf=conf) as spark:
        spark.setLogLevel("FATAL")
        command = shlex.join([STAGE, f"-/{pieces}", *words])
        numbers = spark.parallelize(range(1, pieces + 1), pieces)
        done = numbers.pipe(command, env=dict(os.environ), checkCode=True).collect()
    if len(done) != pieces:
        sys.exit(f"spark.py: {pieces - len(done)} of {pieces} pieces are missing")


if __name__ == "__main__":
    main()
