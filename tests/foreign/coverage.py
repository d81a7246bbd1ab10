#!/usr/bin/env python3
"""Recomputes six results of a running server from the data it exports, with numpy, scipy, geopandas and shapely.

    tests/foreign/coverage.py http://127.0.0.1:8080 [--venv target/foreign-venv-coverage]

Nothing but people, entries and outlines is taken from the server; every figure is worked out again by other means
(k-d trees, unions of squares, all pairs, a grid over the land) and compared: cell by cell, then sums, municipalities,
areas, distribution. Exit status 0: all agrees; 1: something does not; 2: nothing could be run.
"""

import argparse
import datetime
import os
import pathlib
import sys

import run

PACKAGES = [
    "geopandas==1.2.0",
    "numpy==2.4.6",
    "pandas==3.1.1",
    "pyproj==3.7.2",
    "scipy==1.17.1",
    "shapely==2.2.0",
]
#: Metres: two projections and two orders of adding differ by far less.
CENTIMETRE = 0.01
#: Relative, for sums of people and everything made of them.
RELATIVE = 1e-6
#: Outlines come in degrees with seven decimals, a centimetre: so much of an area may differ.
OUTLINE = 1e-3


def in_venv(folder):
    """Starts this script again with the packages; comes back only if they cannot be had."""
    if os.environ.get("FOREIGN_COVERAGE_VENV") == folder:
        return
    python = run.python_of(folder, run.Report(), PACKAGES)
    if python is None:
        sys.exit(2)
    os.environ["FOREIGN_COVERAGE_VENV"] = folder
    os.execv(python, [python, *sys.argv])


class Case:
    """One question, its exported answer, and everything worked out again."""

    def __init__(self, county, report, name, **words):
        self.county, self.report, self.name, self.words = county, report, name, words
        server = county.server
        self.answer = server.json("coverage", **words)
        self.cells = server.json("coverage/cells", f="geojson", **words)["features"]
        self.sites_told = server.json("coverage/sites", **words)["sites"]
        self.group = words.get("population", "total")
        self.people = county.people(self.group)
        self.max_m = float(words["max_distance_m"])
        self.sites = self.read_sites()
        order = [county.place[cell["id"]] for cell in self.cells]
        assert sorted(order) == list(range(len(county.ids))), f"{name}: not every cell once"
        self.told = {}
        for key in ["people", "distance_m", "site", "served", "stale", "approximate"]:
            column = np.array(
                [
                    float("inf") if cell["properties"][key] is None else cell["properties"][key]
                    for cell in self.cells
                ],
                float,
            )
            self.told[key] = np.empty(len(order))
            self.told[key][order] = column

    def read_sites(self):
        features = self.county.server.items("services", category=self.words["category"])
        method = self.answer["method"]
        policy = method["stale"]
        months = policy["category_months"].get(self.words["category"], policy["region_months"])
        months = int(self.words.get("stale_after_months", months))
        today = datetime.date.fromisoformat(method["day"])
        sites = data.Sites(self.county, features, today, months)
        for feature in filter(None, self.words.get("close", "").split(",")):
            sites.close(feature)
        for place in filter(None, self.words.get("add", "").split(";")):
            sites.add(self.county, *map(float, place.split(",")))
        return sites

    def same(self, what, found, wanted, tolerance):
        """Largest difference of two tables; `wanted` is what was worked out here."""
        found, wanted = np.asarray(found, float), np.asarray(wanted, float)
        self.report.ran += 1
        with np.errstate(invalid="ignore"):
            apart = np.where(found == wanted, 0.0, np.abs(found - wanted))
        apart = np.where(np.isnan(apart), np.inf, apart)
        bad = apart > tolerance * np.maximum(1.0, np.abs(np.where(np.isfinite(wanted), wanted, 0.0)))
        text = f"{self.name}: {what}: {found.size} figures, largest difference {apart.max(initial=0):.3g}"
        if bad.any():
            self.report.failed += 1
            first = np.flatnonzero(bad.ravel())[0]
            print(
                f"FAIL {text}; {bad.sum()} differ, such as {first}: {found.ravel()[first]!r}, not {wanted.ravel()[first]!r}"
            )
        else:
            print(f"ok   {text}")

    def equal(self, what, found, wanted):
        self.report.check(f"{self.name}: {what}", found, wanted)

    def compare_cells(self):
        """Distances, sites and flags of every cell."""
        county, told = self.county, self.told
        self.metres = measures.nearest(county, self.sites)
        self.flags = measures.flags(county, self.sites, measures.straight(county, self.sites), self.max_m)
        self.same("people of every cell", told["people"], self.people, RELATIVE)
        self.same("distance of every cell", told["distance_m"], self.metres, CENTIMETRE / 1e4)
        for name, flag in [
            ("served", measures.SERVED),
            ("stale", measures.STALE),
            ("approximate", measures.APPROXIMATE),
        ]:
            self.same(f"{name}, cell by cell", told[name], (self.flags & flag) > 0, 0)
        at = np.array([[site["lon"], site["lat"]] for site in self.sites_told], float).reshape(-1, 2)
        at = np.column_stack(county.project.transform(*at.T)).reshape(-1, 2)
        named = np.isfinite(told["site"])
        site = told["site"][named].astype(int)
        self.same(
            "distance to the site named",
            np.hypot(*(county.centre[named] - at[site]).T),
            self.metres[named],
            CENTIMETRE / 1e4,
        )

    def compare_sums(self):
        """Totals and every municipality."""
        county = self.county
        whole = measures.totals(self.people, self.metres, self.flags)
        self.same(
            "totals",
            [figure(self.answer["totals"], key) for key in whole],
            list(map(number, whole.values())),
            RELATIVE,
        )
        self.same(
            "everybody together is the census",
            [self.answer["people"]["total"]],
            [county.official.sum()],
            1e-9,
        )
        rows = {row["ags"]: row for row in self.answer["municipalities"]}
        self.equal("municipalities left out", set(rows) ^ set(county.ags), set())
        found, wanted = [], []
        for place, ags in enumerate(county.ags):
            own = county.municipality == place
            figures = measures.totals(self.people[own], self.metres[own], self.flags[own])
            figures["unserved_share"] = (
                figures["unserved"] / figures["population"] if figures["population"] else None
            )
            figures["factor"] = county.factor[place]
            found += [figure(rows[ags], key) for key in figures]
            wanted += map(number, figures.values())
        self.same("every municipality", found, wanted, RELATIVE)

    def compare_areas(self):
        """White spots: which there are, who lives there, how large, where."""
        county = self.county
        merge_m = float(self.words.get("merge_m", 0))
        unserved = np.flatnonzero(((self.flags & measures.SERVED) == 0) & (self.people > 0))
        found = {f["id"]: f for f in county.server.json("coverage", f="geojson", **self.words)["features"]}
        wanted = {}
        for cells, outline in measures.areas(county, unserved, merge_m):
            first = min(cells, key=lambda cell: (county.corner[cell][1], county.corner[cell][0]))
            east, north = (int(metres) // county.size_m for metres in county.corner[first])
            size = f"{county.size_m // 1000}km" if county.size_m % 1000 == 0 else f"{county.size_m}m"
            wanted[f"{size}N{north}E{east}"] = (cells, outline)
        self.equal("number of areas", len(found), len(wanted))
        self.equal("areas by their first cells", set(found) ^ set(wanted), set())
        both = [name for name in wanted if name in found]
        rows, again = [], []
        for name in both:
            cells, outline = wanted[name]
            told, people = found[name]["properties"], self.people[cells]
            rows += [told["population"], told["people"], told["area_m2"], told["cells"]]
            again += [people.sum(), county.people("total")[cells].sum(), outline.area, len(cells)]
            rows += [number(told["ages"][band]) for band in data.BANDS]
            again += [number(county.people(band)[cells].sum()) for band in data.BANDS]
            rows += [number(told["distance_m"][key]) for key in ("min", "median", "max")]
            again += [
                number(x)
                for x in (
                    self.metres[cells].min(),
                    measures.quantile(people, self.metres[cells], 0.5),
                    self.metres[cells].max(),
                )
            ]
            rows += [told["uncertain"][key] for key in ("stale", "approximate", "any")]
            flags = self.flags[cells]
            again += [people[(flags & bits) > 0].sum() for bits in (2, 4, 6)]
        self.same("people, ages, size and distances of every area", rows, again, RELATIVE)
        drawn = [county.on_plane(shape(found[name]["geometry"])) for name in both]
        self.equal("outlines that are not valid", [n for n, d in zip(both, drawn) if not d.is_valid], [])
        apart = [d.symmetric_difference(wanted[n][1]).area / wanted[n][1].area for n, d in zip(both, drawn)]
        self.same("outlines, share that differs", apart, np.zeros(len(both)), OUTLINE)
        people = [area["properties"]["population"] for area in found.values()]
        self.equal("most people first", people == sorted(people, reverse=True), True)

    def compare_distribution(self):
        told = self.answer["distribution"]
        people, metres = self.people, self.metres
        known = np.isfinite(metres)
        self.same(
            "Gini coefficient over all pairs", [told["gini"]], [measures.gini(people, metres)], RELATIVE
        )
        mean = (people[known] * metres[known]).sum() / people[known].sum()
        self.same("mean distance", [told["mean_m"]], [mean], RELATIVE)
        curve = np.array(told["lorenz"])
        self.same("Lorenz curve", curve[:, 1], measures.lorenz(people, metres, curve[:, 0]), RELATIVE)
        bins = told["histogram"]
        edges = [b["from_m"] for b in bins] + [bins[-1]["to_m"] or np.inf]
        self.same(
            "histogram",
            [b["people"] for b in bins],
            np.histogram(metres[known], edges, weights=people[known])[0],
            RELATIVE,
        )
        wide = bins[0]["to_m"]
        self.equal(
            "bins of 1, 2 or 5 times a power of ten",
            f"{wide:e}"[0] in "125" and float(f"{wide:.0e}") == wide,
            True,
        )
        within = people[known & (metres < 20 * wide)].sum() / people[known].sum()
        self.equal("twenty bins hold 99 in 100", bool(within >= 0.99), True)


def figure(row, path):
    for key in path.split("."):
        row = row[key]
    return number(row)


def number(value):
    """A figure that is not known equals nothing but itself."""
    return -1.0 if value is None or value == float("inf") or value != value else value


def scenario(county, report):
    """A new site in the middle of the largest area, and the first site closed."""
    words = {"category": "suchtberatung", "max_distance_m": "6000"}
    before = Case(county, report, "5 before", **words)
    before.compare_cells()
    first = before.sites.id[0]
    # The middle of the unserved people: anywhere will do, but there it changes much.
    unserved = before.people * ((before.flags & measures.SERVED) == 0)
    at = (county.centre * unserved[:, None]).sum(axis=0) / unserved.sum()
    at = county.centre[np.hypot(*(county.centre - at).T).argmin()]
    lon, lat = county.project.transform(*at, direction="INVERSE")
    changes = {"add": f"{lon:.6f},{lat:.6f}", "close": first}
    after = Case(county, report, "5 scenario", **words, **changes)
    after.compare_cells()
    after.compare_sums()
    after.compare_areas()
    told = county.server.json("coverage/scenario", **words, **changes)
    was, now = ((case.flags & measures.SERVED) > 0 for case in (before, after))
    people = after.people
    rows = {row["ags"]: row for row in told["difference"]["municipalities"]}
    found, wanted = [], []
    for row, own in [(told["difference"], np.ones(len(people), bool))] + [
        (rows[ags], county.municipality == place) for place, ags in enumerate(county.ags)
    ]:
        found += [row[key] for key in ("gained", "lost", "unserved_before", "unserved_after")]
        wanted += [people[own & mask].sum() for mask in (~was & now, was & ~now, ~was, ~now)]
    after.same("who gains, who loses, by municipality", found, wanted, RELATIVE)
    after.equal("somebody gains and somebody loses", (found[0] > 0, found[1] > 0), (True, True))


def overland(county, report, root):
    case = Case(
        county, report, "6 overland", category="schuldnerberatung", max_distance_m="8000", metric="overland"
    )
    metres, told = measures.nearest(county, case.sites), case.told["distance_m"]
    single = 1e-6 * np.maximum(told, 1.0) + CENTIMETRE
    case.equal("cells nearer than the straight line", int((told < metres - single).sum()), 0)
    folder = land.package(root)
    ground = land.land_of(county, folder)
    grid = land.Grid(ground)
    used = {link["id"]: link["length_m"] for link in case.answer["method"]["links"]}
    links = [link for link in land.links(county, folder) if link["id"] in used]
    case.equal("lengths of links", used, {link["id"]: link["length_m"] for link in links})
    assert case.sites.serves.all(), "the category of this case serves everybody"
    found = grid.distances(links, case.sites.at, county.centre)
    on_land = np.isfinite(found)
    case.equal("nearly every cell lies on land", bool(on_land.mean() > 0.95), True)
    case.equal("cells on land without a path", int(np.isinf(told[on_land]).sum()), 0)
    told, found, metres = told[on_land], found[on_land], metres[on_land]
    case.equal("cells that the grid reaches on a shorter way", int((told > found * (1 + 1e-6) + 1).sum()), 0)
    longer = found > told * 1.03 + 300
    case.equal("cells more than 3 % and 300 m nearer than on the grid", int(longer.sum()), 0)
    far = told > 3000
    print(
        f"     beyond 3 km the grid's ways are at most {100 * (found[far] / told[far]).max() - 100:.2f} % longer"
    )
    lines = shapely.linestrings(
        [
            [centre, case.sites.at[np.hypot(*(case.sites.at - centre).T).argmin()]]
            for centre in county.centre[on_land]
        ]
    )
    direct = shapely.covers(ground, lines)
    case.same("distance where the straight line is all land", told[direct], metres[direct], 1e-6)
    print(
        f"     {on_land.sum()} cells, {direct.sum()} of them direct, {(told > 1.2 * metres).sum()} with a fifth more of way"
    )
    cut_off = Case(county, report, "6 overland, all links off", **{**case.words, "links": "none"}).told[
        "distance_m"
    ]
    none = grid.distances([], case.sites.at, county.centre)
    case.equal(
        "cells cut off without links",
        int((np.isinf(cut_off) != np.isinf(none))[np.isfinite(none) | np.isinf(none)].sum()),
        0,
    )
    case.equal("somebody is cut off without links", bool(np.isinf(cut_off).any()), True)
    case.metres = case.told["distance_m"]
    marks = (case.metres <= case.max_m) * measures.SERVED
    case.same("served, cell by cell", case.told["served"], marks, 0)
    whole = measures.totals(case.people, case.metres, case.flags_told())
    case.same(
        "totals",
        [figure(case.answer["totals"], key) for key in whole],
        list(map(number, whole.values())),
        RELATIVE,
    )


def flags_told(case):
    names = [("served", 1), ("stale", 2), ("approximate", 4)]
    return sum(case.told[name].astype(int) * flag for name, flag in names)


Case.flags_told = flags_told


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("base")
    arguments.add_argument("--venv", default="target/foreign-venv-coverage")
    chosen = arguments.parse_args()
    in_venv(chosen.venv)
    global np, shapely, shape, data, measures, land
    import numpy as np
    import shapely
    from shapely.geometry import shape

    import coverage_data as data
    import coverage_land as land
    import coverage_measures as measures

    report = run.Report()
    county = data.County(data.Server(chosen.base))
    one = Case(county, report, "1 counselling, 5 km", category="schuldnerberatung", max_distance_m="5000")
    one.compare_cells()
    one.compare_sums()
    two = Case(
        county,
        report,
        "2 older people, 1 km",
        category="seniorenangebot",
        max_distance_m="1000",
        population="ge65",
        merge_m="300",
        stale_after_months="36",
    )
    for step in (two.compare_cells, two.compare_sums, two.compare_areas):
        step()
    three = Case(county, report, "3 areas of day care", category="kita", max_distance_m="1000")
    for step in (three.compare_cells, three.compare_sums, three.compare_areas):
        step()
    four = Case(
        county,
        report,
        "4 spread of help for migrants",
        category="migration",
        max_distance_m="3000",
        population="30to49",
    )
    for step in (four.compare_cells, four.compare_sums, four.compare_distribution):
        step()
    scenario(county, report)
    overland(county, report, pathlib.Path(__file__).resolve().parents[2])
    print(f"{report.ran} comparisons, {report.failed} differ")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
