"""The same naive generator in Python: `naive.py COUNT TASK...` prints items per second."""

import json
import math
import random
import sys
import time
from itertools import permutations

COLOURS = ["red", "green", "blue", "yellow", "brown", "purple", "black", "orange", "gray"]
WINDS = ["right", "top right", "top", "top left", "left", "bottom left", "bottom", "bottom right"]
CELLS = ["left", "center", "right"]


def points(count):
    names = random.sample(COLOURS, count)
    drawn = []
    while len(drawn) < count:
        x, y = random.randrange(1001), random.randrange(1001)
        if all(math.hypot(px - x, py - y) >= 100 for _, px, py in drawn):
            drawn.append((names[len(drawn)], x, y))
    return drawn


def given(drawn):
    listed = ", ".join(f"{name} ({x}, {y})" for name, x, y in drawn)
    return f"Points (x, y), x to the right, y up: {listed}."


def record(task, index, question, answer, instance):
    return {
        "id": f"{task}-{index}", "task": task, "version": 1, "profile": "fair", "seed": 0,
        "index": index, "knobs": {}, "form": "open", "question": question, "answer": answer,
        "choices": None, "instance": instance,
    }


def direction(index):
    drawn = points(3)
    a, b = drawn[0], drawn[1]
    angle = math.degrees(math.atan2(b[2] - a[2], b[1] - a[1]))
    answer = WINDS[int((angle + 382.5) // 45) % 8]
    question = f"{given(drawn)} In which of eight directions is {b[0]} from {a[0]}?"
    return record("direction", index, question, answer,
                  {"points": drawn, "from": a[0], "to": b[0]})


def distance(index):
    drawn = points(3)
    a, b = drawn[0], drawn[1]
    answer = f"{math.hypot(b[1] - a[1], b[2] - a[2]):.1f}"
    question = f"{given(drawn)} How far is {b[0]} from {a[0]}?"
    return record("distance", index, question, answer,
                  {"points": drawn, "from": a[0], "to": b[0]})


def region(index):
    drawn = points(3)
    name, x, y = drawn[0]
    answer = f"{CELLS[min(2, x // 334)]} {min(2, y // 334)}"
    question = f"{given(drawn)} In which of nine parts of the map does {name} lie?"
    return record("region", index, question, answer, {"points": drawn, "of": name})


def path(index):
    sx, sy, gx, gy = (random.randrange(5) for _ in range(4))
    moves = ["right" if gx > sx else "left"] * abs(gx - sx)
    moves += ["up" if gy > sy else "down"] * abs(gy - sy)
    question = (f"On a 5 x 5 grid, x to the right, y up, go from ({sx}, {sy}) to ({gx}, {gy}) "
                "in as few steps as possible. Which moves?")
    return record("shortest-path", index, question, ", ".join(moves),
                  {"size": 5, "from": [sx, sy], "to": [gx, gy]})


def tour(index):
    drawn = points(5)
    best, order = math.inf, None
    for rest in permutations(range(1, 5)):
        tour = (0, *rest)
        length = sum(math.hypot(drawn[q][1] - drawn[p][1], drawn[q][2] - drawn[p][2])
                     for p, q in zip(tour, rest))
        if length < best:
            best, order = length, tour
    question = f"{given(drawn)} What is the shortest path through all, from {drawn[0][0]}?"
    return record("tour", index, question, ", ".join(drawn[i][0] for i in order),
                  {"points": drawn})


MAKERS = {"direction": direction, "distance": distance, "region": region,
          "shortest-path": path, "tour": tour}


def main():
    count, makers = int(sys.argv[1]), [MAKERS[name] for name in sys.argv[2:]]
    with open("/dev/null", "w") as out:
        start = time.process_time()
        for index in range(count):
            out.write(json.dumps(makers[index % len(makers)](index)) + "\n")
        out.flush()
        print(count / (time.process_time() - start))


main()
