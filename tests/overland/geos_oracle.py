"""Distances over land by another way, for tests/overland/geos.csv: GEOS (shapely) and numpy instead of our geometry.

    python tests/overland/geos_oracle.py data/konstanz > tests/overland/geos.csv

Unites the outlines with GEOS, asks GEOS for every pair of reflex corners whether the straight line stays in the land
(no pruning, no triangulation), and runs Dijkstra's algorithm on the dense matrix. Takes some minutes.
Needs shapely, pyproj, numpy.
"""
import csv
import json
import math
import random
import sys

import numpy as np
import pyproj
import shapely
from shapely.geometry import shape

PACKAGE = sys.argv[1]
PROJECT = pyproj.Transformer.from_crs(4326, 3035, always_xy=True).transform
# Room for rounding when a line grazes a shore, in metres.
GRAZE_M = 0.01


def areas(name):
    features = json.load(open(f"{PACKAGE}/{name}", encoding="utf-8"))["features"]
    on_plane = lambda points: np.column_stack(PROJECT(points[:, 0], points[:, 1]))
    return [shapely.transform(shape(f["geometry"]), on_plane) for f in features]


def rows(name):
    return list(csv.DictReader(open(f"{PACKAGE}/{name}", encoding="utf-8")))


land = shapely.union_all(areas("municipalities.geojson") + areas("neighbour_districts.geojson"))
land = shapely.difference(land, shapely.union_all(areas("water.geojson")))
room = shapely.buffer(land, GRAZE_M, join_style="mitre")
shapely.prepare(room)

corners = []
for part in shapely.get_parts(land):
    part = shapely.geometry.polygon.orient(part)
    for ring in [part.exterior, *part.interiors]:
        points = list(ring.coords)[:-1]
        for i, here in enumerate(points):
            before, after = points[i - 1], points[(i + 1) % len(points)]
            turn = (here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0])
            if turn < 0:
                corners.append(here)
print(len(corners), "reflex corners", file=sys.stderr)

LINKS = rows("links.csv")
ends = [[PROJECT(float(r[f"{e}_lon"]), float(r[f"{e}_lat"])) for e in ("from", "to")] for r in LINKS]
cells = [(int(r["easting_m"]) + 50.0, int(r["northing_m"]) + 50.0) for r in rows("population_cells.csv")]
rng = random.Random(20261123)
asked = rng.sample(cells, 40)
# The cases of the issue: town halls, landing stages, a bus stop, the middle of an island.
TOWN = {r["name"]: PROJECT(float(r["lon"]), float(r["lat"])) for r in rows("gemeinden.csv")}
END = {r["link_id"]: pair for r, pair in zip(LINKS, ends)}
STOP = {r["stop_id"]: PROJECT(float(r["lon"]), float(r["lat"])) for r in rows("stops.csv")}
MAINAU = PROJECT(9.195280, 47.705236)
CASES = [
    ("Allensbach-Reichenau", TOWN["Allensbach"], TOWN["Reichenau"]),
    ("Radolfzell-Moos", TOWN["Radolfzell am Bodensee"], TOWN["Moos"]),
    ("Moos-Gaienhofen", TOWN["Moos"], TOWN["Gaienhofen"]),
    ("Radolfzell-Gaienhofen", TOWN["Radolfzell am Bodensee"], TOWN["Gaienhofen"]),
    ("Konstanz-Meersburg", TOWN["Konstanz"], END["faehre-meersburg"][1]),
    ("Wallhausen-Überlingen", *END["faehre-ueberlingen"]),
    ("Büsingen-Singen", TOWN["Büsingen am Hochrhein"], TOWN["Singen (Hohentwiel)"]),
    ("Litzelstetten-Mainau", STOP["504128"], MAINAU),
]
asked += [point for _, *pair in CASES for point in pair]
places = np.array(corners + [p for pair in ends for p in pair] + asked)
count, first_link, first_asked = len(places), len(corners), len(corners) + 2 * len(ends)

matrix = np.full((count, count), np.inf)
for i in range(count):
    there = places[i + 1 :]
    lines = shapely.linestrings(np.stack([np.broadcast_to(places[i], there.shape), there], axis=1))
    free = shapely.covers(room, lines)
    far = np.hypot(*(there - places[i]).T)
    matrix[i, i + 1 :] = np.where(free, far, np.inf)
    if i % 500 == 0:
        print(i, "of", count, file=sys.stderr)
matrix = np.minimum(matrix, matrix.T)


def distances(start, links):
    weights = matrix.copy()
    for number, link in enumerate(LINKS):
        if link["link_id"] in links:
            a, b = first_link + 2 * number, first_link + 2 * number + 1
            length = max(float(link["length_m"]), math.dist(places[a], places[b]))
            weights[a, b] = weights[b, a] = min(weights[a, b], length)
    found = np.full(count, np.inf)
    found[start] = 0
    open_ = np.ones(count, dtype=bool)
    for _ in range(count):
        here = np.argmin(np.where(open_, found, np.inf))
        if not np.isfinite(found[here]) or not open_[here]:
            break
        open_[here] = False
        found = np.minimum(found, found[here] + weights[here])
    return found


print("case,links,from_e,from_n,to_e,to_n,metres")


def tell(case, links, one, other, metres):
    ends = (f"{c:.6f}" for place in (one, other) for c in asked[place])
    print(case, "|".join(links), *ends, f"{metres:.3f}" if np.isfinite(metres) else "", sep=",")


for links in ([], [r["link_id"] for r in LINKS if r["default_on"] == "true"], [r["link_id"] for r in LINKS]):
    for i in range(0, 40, 4):
        found = distances(first_asked + i, links)
        for j in range(i + 1, 40, 3):
            tell("", links, i, j, found[first_asked + j])
    for number, (case, *_) in enumerate(CASES):
        one, other = 40 + 2 * number, 41 + 2 * number
        tell(case, links, one, other, distances(first_asked + one, links)[first_asked + other])
