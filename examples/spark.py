"""Counts generated items by task and level with Spark.

alidade generate direction tour --count 1000 --curriculum mixed --out data
python spark.py data/items.jsonl
"""

import sys

from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
items = spark.read.json(sys.argv[1])
for row in items.groupBy("task").count().orderBy("task").collect():
    print(row["task"], row["count"])
spark.stop()
