"""What a running server exports of its county, as tables: the only input of the recomputation in coverage.py."""

import datetime
import json
import time
import urllib.error
import urllib.parse
import urllib.request

import numpy as np
import pyproj
import shapely
from shapely.geometry import shape

BANDS = ["lt18", "18to29", "30to49", "50to64", "ge65"]
#: Seconds for which the server may prepare distances overland, or ask to be left alone.
PATIENCE_S = 180


def get(url):
    """A document; waits where the server says that it is preparing (503) or asked too often (429)."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urllib.request.urlopen(url, timeout=120) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503) or time.monotonic() > until:
                raise RuntimeError(f"{url}: {error.code} {error.read()[:500]!r}") from error
            time.sleep(min(5.0, float(error.headers.get("Retry-After", "1"))))


class Server:
    def __init__(self, base):
        self.api = base.rstrip("/") + "/api"

    def json(self, path, **words):
        query = urllib.parse.urlencode(words, safe=",;@:")
        return json.loads(get(f"{self.api}/{path}{'?' + query if query else ''}"))

    def items(self, collection, **words):
        """All features of a collection, page by page along the links with rel=next."""
        features, page = [], self.json(f"collections/{collection}/items", limit=1000, **words)
        while True:
            features += page["features"]
            following = [link["href"] for link in page["links"] if link["rel"] == "next"]
            if not following:
                return features
            page = json.loads(get(following[0]))


class County:
    """People: one row a cell, in the order of the export. Municipalities are numbered in the order of their keys."""

    def __init__(self, server):
        self.server = server
        self.project = pyproj.Transformer.from_crs(4326, 3035, always_xy=True)
        rows = sorted(server.items("municipalities"), key=lambda f: f["properties"]["ags"])
        self.ags = [row["properties"]["ags"] for row in rows]
        self.official = np.array([row["properties"]["population"] for row in rows], float)
        self.outlines = [self.on_plane(shape(row["geometry"])) for row in rows]
        cells = server.items("population_cells")
        self.ids = [cell["id"] for cell in cells]
        self.corner = np.array([corner_of(name) for name in self.ids], float)
        self.size_m = cells[0]["properties"]["size_m"]
        self.centre = self.corner + self.size_m / 2
        self.municipality = np.array([self.ags.index(c["properties"]["ags"]) for c in cells])
        groups = ["total", *BANDS]
        self.counted = {g: np.array([c["properties"][g] for c in cells], float) for g in groups}
        sums = np.bincount(self.municipality, self.counted["total"], len(self.ags))
        self.factor = self.official / sums
        self.place = {name: place for place, name in enumerate(self.ids)}

    def on_plane(self, geometry):
        return shapely.transform(geometry, lambda xy: np.column_stack(self.project.transform(*xy.T)))

    def people(self, group):
        """People of each cell, projected to the official number of its municipality."""
        return self.counted[group] * self.factor[self.municipality]

    def square(self, cells):
        west, south = self.corner[cells].T
        return shapely.box(west, south, west + self.size_m, south + self.size_m)


def corner_of(name):
    """Easting and northing of the lower-left corner in CRS3035RES100mN2727100E4237800."""
    north, east = name.rsplit("N", 1)[1].split("E")
    return int(east), int(north)


class Sites:
    """The places of a category that people can go to, read off the entries themselves."""

    def __init__(self, county, features, today, stale_after_months):
        located = [f for f in features if f["geometry"] and f["properties"]["status"] == "active"]
        at = np.array([f["geometry"]["coordinates"] for f in located], float).reshape(-1, 2)
        entries = [f["properties"] for f in located]
        self.id = [f["id"] for f in located]
        self.at = np.column_stack(county.project.transform(*at.T)).reshape(-1, 2)
        self.accuracy = np.array([p["position_accuracy_m"] for p in entries], float)
        self.stale = np.array([is_stale(p, today, stale_after_months) for p in entries], bool)
        everybody = range(len(county.ags))
        areas = [p["service_area"] for p in entries]
        self.serves = np.zeros((len(county.ags), len(located)), bool)
        for site, area in enumerate(areas):
            for municipality in everybody if area is None else [county.ags.index(a) for a in area]:
                self.serves[municipality, site] = True

    def close(self, feature):
        self.serves[:, self.id.index(feature)] = False

    def add(self, county, lon, lat):
        """A new site counts as exact and confirmed, and serves everybody."""
        self.id.append(None)
        self.at = np.vstack([self.at, county.project.transform(lon, lat)])
        self.accuracy = np.append(self.accuracy, 0.0)
        self.stale = np.append(self.stale, False)
        self.serves = np.column_stack([self.serves, np.ones(len(county.ags), bool)])


def is_stale(entry, today, months):
    """No date is stale; a year or a month counts from its first day; unconfirmed ones always are."""
    date = entry["assured_date"]
    if date is None:
        return True
    year, month, day = (list(map(int, date.split("-"))) + [1, 1])[:3]
    month += months
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    while True:
        try:
            return datetime.date(year, month, day) <= today
        except ValueError:  # the 31st of a month with 30 days
            day -= 1
