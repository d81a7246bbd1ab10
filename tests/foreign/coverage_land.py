"""Distances over land on a fine grid: a second, cruder way to what the server finds on a visibility graph.

Every path of the grid is a path over land, so the server's distance may never be longer. Legs lead to 32 neighbours, at
most 9.3° from any direction: on open land a grid path is at most 1 / cos(9.3°) = 1.4 % longer than the straight line.
Around corners of the shore it may lose up to a leg or so more; the check allows 3 % and 300 m.
"""

import csv
import json
import pathlib

import numpy as np
import shapely
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import shape

#: Metres from node to node.
STEP_M = 100
#: Land around the county that paths may use, in metres: what is longer way round is no matter of the bound.
MARGIN_M = 12_000
#: Half of the directions of a leg; the other half leads back.
LEGS = [(1, 0), (0, 1), (1, 1), (-1, 1), (2, 1), (1, 2), (-1, 2), (-2, 1)]
LEGS += [(3, 1), (3, 2), (1, 3), (2, 3), (-1, 3), (-2, 3), (-3, 1), (-3, 2)]
#: Spots are joined to the nodes around them within so many metres.
NEAR_M = 260
#: Outlines of neighbours may gape by this much; the server closes such gaps too.
GAP_M = 2.0


def package(root):
    """The county's own files: land around it, water and links are not all part of the interface."""
    return next(path.parent for path in sorted(pathlib.Path(root).glob("data/*/region.toml")))


def outlines(county, file):
    features = json.loads(file.read_text())["features"]
    return [county.on_plane(shape(feature["geometry"])) for feature in features]


def links(county, folder):
    """Ferries, bridges, border crossings."""
    with open(folder / "links.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    end = lambda row, name: county.project.transform(float(row[f"{name}_lon"]), float(row[f"{name}_lat"]))
    return [
        {"id": row["link_id"], "ends": [end(row, "from"), end(row, "to")], "length_m": float(row["length_m"])}
        for row in rows
    ]


def land_of(county, folder):
    """What can be walked: municipalities and neighbour districts without the water, gaps closed, nowhere too wide."""
    parts = county.outlines + outlines(county, folder / "neighbour_districts.geojson")
    land = shapely.unary_union([part.buffer(GAP_M, join_style="mitre") for part in parts])
    water = shapely.unary_union(outlines(county, folder / "water.geojson"))
    west, south, east, north = shapely.unary_union(county.outlines).bounds
    frame = shapely.box(west, south, east, north).buffer(MARGIN_M, join_style="mitre")
    return land.buffer(-2 * GAP_M, join_style="mitre").difference(water.buffer(0.5)).intersection(frame)


class Grid:
    def __init__(self, land):
        self.land = land
        shapely.prepare(self.land)
        west, south, east, north = land.bounds
        half = STEP_M / 2
        self.east = np.arange(west // STEP_M * STEP_M + half, east, STEP_M)
        self.north = np.arange(south // STEP_M * STEP_M + half, north, STEP_M)
        x, y = np.meshgrid(self.east, self.north)
        self.is_land = shapely.contains_xy(self.land, x, y)
        # Far from any shore a leg cannot leave the land.
        shore = self.near_shore(x, y)
        self.node = np.where(self.is_land, np.cumsum(self.is_land).reshape(x.shape) - 1, -1)
        self.at = np.column_stack([x[self.is_land], y[self.is_land]])
        self.legs = [self.legs_along(leg, shore) for leg in LEGS]

    def near_shore(self, x, y):
        """Nodes within reach of a leg of something that is no land, narrow water between the nodes included."""
        edge = np.zeros(x.shape, bool)
        points = shapely.get_coordinates(shapely.segmentize(self.land.boundary, STEP_M / 4))
        column = np.searchsorted(self.east, points[:, 0]).clip(0, len(self.east) - 1)
        row = np.searchsorted(self.north, points[:, 1]).clip(0, len(self.north) - 1)
        edge[row, column] = True
        return ndimage.binary_dilation(edge | ~self.is_land, iterations=5, structure=np.ones((3, 3)))

    def legs_along(self, leg, shore):
        (dx, dy), (rows, columns) = leg, self.node.shape
        from_ = np.s_[: rows - dy, max(0, -dx) : columns - max(0, dx)]
        to = np.s_[dy:, max(0, dx) : columns - max(0, -dx)]
        a, b = self.node[from_], self.node[to]
        both = (a >= 0) & (b >= 0)
        a, b, doubtful = a[both], b[both], (shore[from_] | shore[to])[both]
        lines = shapely.linestrings(np.stack([self.at[a[doubtful]], self.at[b[doubtful]]], axis=1))
        is_open = np.ones(len(a), bool)
        is_open[doubtful] = shapely.covers(self.land, lines)
        return a[is_open], b[is_open], np.full(is_open.sum(), STEP_M * np.hypot(dx, dy))

    def joined(self, spots):
        """Legs from each spot to the nodes around it that it sees; what lies off the land first goes straight to it."""
        legs = []
        for number, spot in enumerate(spots):
            here, stub = np.asarray(spot, float), 0.0
            point = shapely.Point(here)
            if not self.land.covers(point):
                ashore = shapely.shortest_line(point, self.land)
                stub, here = ashore.length, np.array(ashore.coords[1])
            away = np.hypot(*(self.at - here).T)
            near = np.flatnonzero(away <= NEAR_M)
            lines = shapely.linestrings([[here, self.at[node]] for node in near])
            # What came ashore stands on the very edge, give or take rounding.
            sees = shapely.covers(self.land.buffer(1e-6) if stub else self.land, lines)
            legs += [(number, node, stub + away[node]) for node in near[sees]]
        return legs

    def graph(self, links, sites):
        """The nodes, then both ends of each link, then the sites."""
        count = len(self.at)
        ends = [end for link in links for end in link["ends"]]
        spots = ends + list(sites)
        a, b, metres = (np.concatenate(column) for column in zip(*self.legs))
        more = [(count + spot, node, length) for spot, node, length in self.joined(spots)]
        more += [(count + 2 * i, count + 2 * i + 1, link["length_m"]) for i, link in enumerate(links)]
        a2, b2, metres2 = map(np.array, zip(*more))
        i, j = np.concatenate([a, a2]), np.concatenate([b, b2])
        size = count + len(spots)
        graph = coo_array((np.concatenate([metres, metres2]), (i, j)), shape=(size, size)).tocsr()
        return graph, range(count + len(ends), size)

    def distances(self, links, sites, spots):
        """From each of `spots` (grid nodes; NaN elsewhere) to the nearest of the sites."""
        graph, starts = self.graph(links, sites)
        field = dijkstra(graph, directed=False, indices=list(starts), min_only=True)
        column = np.rint((spots[:, 0] - self.east[0]) / STEP_M).astype(int)
        row = np.rint((spots[:, 1] - self.north[0]) / STEP_M).astype(int)
        node = self.node[row, column]
        return np.where(node >= 0, field[node], np.nan)
