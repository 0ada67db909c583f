"""The same naive generator in Python.

`naive.py COUNT MAKER...` writes items to its output as the TypeScript one does, and items a second
of processor time, with the bytes of a line, to its error output.
"""

import json
import math
import random
import sys
import time
from collections import deque
from itertools import permutations

COLOURS = ["red", "green", "blue", "yellow", "brown", "purple",
           "black", "orange", "gray", "pink", "cyan", "olive"]
WINDS = ["right", "top right", "top", "top left", "left", "bottom left", "bottom", "bottom right"]
CELLS = ["bottom left", "bottom", "bottom right", "left", "center", "right",
         "top left", "top", "top right"]
MOVES = [("up", 0, -1), ("down", 0, 1), ("left", -1, 0), ("right", 1, 0)]


def points(count):
    names = random.sample(COLOURS, count)
    drawn = []
    while len(drawn) < count:
        x, y = random.randrange(1001), random.randrange(1001)
        if all(math.hypot(px - x, py - y) >= 100 for _, px, py in drawn):
            drawn.append((names[len(drawn)], x, y))
    return drawn


def listed(drawn):
    return ", ".join(f"{name} ({x}, {y})" for name, x, y in drawn)


def given(drawn):
    return f"Points (x, y), x to the right, y up: {listed(drawn)}."


def record(task, index, question, answer, unit, margin, instance, knobs={}, frame="y-up"):
    return {
        "id": f"{task}-{0:016x}-{index}", "task": task, "version": 1, "profile": "fair", "seed": 0,
        "index": index, "knobs": knobs, "form": "open", "question": question, "answer": answer,
        "choices": None, "frame": frame, "unit": unit, "margin": margin, "instance": instance,
    }


def direction(index):
    while True:
        drawn = points(3)
        a, b = drawn[0], drawn[1]
        angle = math.degrees(math.atan2(b[2] - a[2], b[1] - a[1]))
        within = (angle + 382.5) % 45
        margin = round(min(within, 45 - within), 2)
        if margin < 1:
            continue
        question = random.choice([
            f"Of eight directions of 45 degrees each, in which is {b[0]} from {a[0]}?",
            f"Which of eight directions of 45 degrees each leads from {a[0]} to {b[0]}?",
            f"Seen from {a[0]}, in which of eight directions of 45 degrees each does {b[0]} lie?",
        ])
        return record("direction", index, f"{given(drawn)} {question}",
                      WINDS[int((angle + 382.5) // 45) % 8], "degree", margin,
                      {"sectors": "image-eight", "frame": "y-up", "points": drawn,
                       "from": a[0], "to": b[0]})


def distance(index):
    drawn = points(3)
    a, b = drawn[0], drawn[1]
    question = random.choice([
        f"What is the Euclidean distance between {a[0]} and {b[0]}, rounded to 2 decimals?",
        f"How far is {b[0]} from {a[0]} in a straight line, rounded to 2 decimals?",
    ])
    return record("distance", index, f"{given(drawn)} {question}",
                  f"{math.hypot(b[1] - a[1], b[2] - a[2]):.2f}", None, None,
                  {"frame": "y-up", "points": drawn, "from": a[0], "to": b[0], "places": 2})


def region(index):
    while True:
        drawn = points(2)
        name, x, y = drawn[0]
        margin = min(abs(v - cut) for v in (x, y) for cut in (1000 / 3, 2000 / 3))
        if margin < 5:
            continue
        question = random.choice([
            f"Of 3 x 3 equal cells of the map, which one holds {name}?",
            f"The map is cut into 3 x 3 equal cells. In which cell is {name}?",
        ])
        return record("region", index,
                      "A map from 0 to 1000 in x, to the right, and in y, up, shows "
                      f"{listed(drawn)}. {question}",
                      CELLS[3 * min(2, y * 3 // 1000) + min(2, x * 3 // 1000)],
                      "unit", round(margin, 2),
                      {"frame": "y-up", "points": drawn, "of": name, "side": 1000,
                       "cuts": "thirds"})


def shortest_path(index):
    sx, sy = random.randrange(5), random.randrange(5)
    gx, gy = sx, sy
    while (gx, gy) == (sx, sy):
        gx, gy = random.randrange(5), random.randrange(5)
    start, goal = f"N{5 * sx + sy + 1}", f"N{5 * gx + gy + 1}"
    question = random.choice([
        f"How many moves does a shortest path from {start} to {goal} take?",
        f"What is the least number of moves from {start} to {goal}?",
    ])
    return record("shortest-path", index,
                  "A grid has 5 columns of 5 nodes. Labels run up each column, from the left one "
                  "on: N1 to N5 is the first column from bottom to top. A move leads to the next "
                  f"node up, down, left or right. {question}",
                  str(abs(gx - sx) + abs(gy - sy)), None, None,
                  {"size": 5, "from": [sx, sy], "to": [gx, gy], "ask": "length"})


def tour(index):
    while True:
        drawn = points(6)
        best = second = math.inf
        order = None
        for rest in permutations(range(1, 6)):
            length, last = 0, 0
            for following in rest:
                p, q = drawn[last], drawn[following]
                length += math.hypot(q[1] - p[1], q[2] - p[2])
                last = following
            if length < best:
                best, second, order = length, best, (0, *rest)
            elif length < second:
                second = length
        if second - best < 1:
            continue
        names = [name for name, _, _ in drawn]
        return record("tour", index,
                      f"{given(drawn)} A tour begins at {names[0]}, visits each of "
                      f"{', '.join(names[1:])} once and ends at the last of them, by straight "
                      "lines. In which order does the shortest tour visit them?",
                      ", ".join(names[i] for i in order), "unit", math.floor(second - best),
                      {"frame": "y-up", "points": drawn, "of": names, "tour": "open-fixed",
                       "ask": "order", "places": 2})


def grid_path(index):
    while True:
        rows = [["#" if random.random() < 0.25 else "." for _ in range(8)] for _ in range(8)]
        sx, sy, gx, gy = (random.randrange(8) for _ in range(4))
        rows[sy][sx], rows[gy][gx] = "S", "G"
        way = search(rows, (sx, sy), (gx, gy))
        if way is None or not 3 <= len(way) <= 10:
            continue
        lines = ["".join(row) for row in rows]
        question = random.choice([
            "By which moves (up, down, left, right) does a shortest way lead from S to G?",
            "Give a shortest way from S to G as moves, each up, down, left or right.",
        ])
        return record("grid-path", index,
                      "In this grid # is blocked, . is free, S is the start and G the goal. A step "
                      "goes up, down, left or right to a cell that is not blocked.\n"
                      + "\n".join(lines) + f"\n{question}",
                      " ".join(way), None, None, {"ask": "way", "rows": lines},
                      {"width": 8, "height": 8, "ask": "way"}, "y-down")


def search(rows, start, goal):
    steps = {goal: 0}
    queue = deque([goal])
    while queue:
        x, y = queue.popleft()
        for _, dx, dy in MOVES:
            cell = (x + dx, y + dy)
            if not (0 <= cell[0] < 8 and 0 <= cell[1] < 8):
                continue
            if rows[cell[1]][cell[0]] == "#" or cell in steps:
                continue
            steps[cell] = steps[x, y] + 1
            queue.append(cell)
    if start not in steps:
        return None
    way, cell = [], start
    while cell != goal:
        for name, dx, dy in MOVES:
            following = (cell[0] + dx, cell[1] + dy)
            if steps.get(following) == steps[cell] - 1:
                way.append(name)
                cell = following
                break
    return way


MAKERS = {"direction": direction, "distance": distance, "region": region,
          "shortest-path": shortest_path, "tour of 6": tour, "grid path 8x8": grid_path}


def main():
    count, makers = int(sys.argv[1]), [MAKERS[name] for name in sys.argv[2:]]
    length = 0
    start = time.process_time()
    for index in range(count):
        line = json.dumps(makers[index % len(makers)](index)) + "\n"
        length += len(line)
        sys.stdout.write(line)
    sys.stdout.flush()
    taken = time.process_time() - start
    json.dump({"perSecond": count / taken, "bytes": length / count}, sys.stderr)


main()
