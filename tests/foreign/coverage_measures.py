"""The measures of docs/COVERAGE.md, written down once more with numpy, scipy and shapely."""

import numpy as np
import pandas as pd
import geopandas as gpd
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist

SERVED, STALE, APPROXIMATE = 1, 2, 4


def nearest(county, sites):
    """Distance of the nearest eligible site of every cell, by a k-d tree for each municipality."""
    metres = np.full(len(county.ids), np.inf)
    for place in range(len(county.ags)):
        cells, eligible = county.municipality == place, sites.serves[place]
        if cells.any() and eligible.any():
            metres[cells] = cKDTree(sites.at[eligible]).query(county.centre[cells])[0]
    return metres


def flags(county, sites, metres_of, max_m):
    """Served, stale, approximate; `metres_of` are the distances of all cells from all sites."""
    eligible = sites.serves[county.municipality]
    metres = np.where(eligible, metres_of, np.inf)
    least = lambda values: values.min(axis=1, initial=np.inf)
    served = least(metres) <= max_m
    fresh = least(np.where(sites.stale, np.inf, metres)) <= max_m
    surely = least(metres + sites.accuracy) <= max_m
    possibly = least(np.where(np.isfinite(metres), metres - sites.accuracy, np.inf)) < max_m
    approximate = np.where(served, ~surely, possibly)
    return served * SERVED + (served & ~fresh) * STALE + approximate * APPROXIMATE


def straight(county, sites):
    return cdist(county.centre, sites.at)


def totals(people, metres, marks):
    """The figures of some people."""
    served, uncertain = (marks & SERVED) > 0, marks & (STALE | APPROXIMATE)
    told = np.isfinite(metres)
    return {
        "population": people.sum(),
        "served": people[served].sum(),
        "unserved": people[~served].sum(),
        "without_any": people[~told].sum(),
        "uncertain.stale": people[(marks & STALE) > 0].sum(),
        "uncertain.approximate": people[(marks & APPROXIMATE) > 0].sum(),
        "uncertain.any": people[uncertain > 0].sum(),
        "distance_m.median": quantile(people, metres, 0.5),
        "distance_m.p90": quantile(people, metres, 0.9),
        "distance_m.max": quantile(people, metres, 1.0),
    }


def quantile(people, metres, share):
    """The least distance within which at least this share of those with a distance has it."""
    table = pd.DataFrame({"people": people, "metres": metres})
    table = table[(table.people > 0) & np.isfinite(table.metres)].sort_values("metres")
    if table.empty:
        return None
    reached = table.people.cumsum() / table.people.sum()
    return float(table.metres[reached >= share - 1e-12].min())


def gini(people, metres):
    """Half the relative mean absolute difference of all pairs: Σᵢⱼ pᵢ pⱼ |dᵢ − dⱼ| / (2 P² d̄)."""
    told = (people > 0) & np.isfinite(metres)
    p, d = people[told], metres[told]
    pairs = sum(
        (p[at : at + 256, None] * p * np.abs(d[at : at + 256, None] - d)).sum()
        for at in range(0, len(p), 256)
    )
    return pairs / (2 * p.sum() * (p * d).sum())


def lorenz(people, metres, shares):
    """Share of all metres that the nearest share of people has."""
    told = (people > 0) & np.isfinite(metres)
    order = np.argsort(metres[told], kind="stable")
    p, d = people[told][order], metres[told][order]
    x = np.concatenate([[0.0], np.cumsum(p) / p.sum()])
    y = np.concatenate([[0.0], np.cumsum(p * d) / (p * d).sum()])
    return np.interp(shares, x, y)


def areas(county, cells, merge_m):
    """Groups of cells (arrays of places) and their outlines: unions of squares, joined across gaps with a spatial join."""
    squares = gpd.GeoDataFrame({"cell": cells}, geometry=county.square(cells), crs=3035)
    if merge_m == 0:
        # The parts of a union are what hangs together by sides.
        union = shapely.unary_union(squares.geometry.values)
        parts = gpd.GeoDataFrame(geometry=list(shapely.get_parts(union)), crs=3035)
        middles = squares.set_geometry(squares.geometry.centroid)
        group = gpd.sjoin(middles, parts, predicate="within")["index_right"].sort_index().values
    else:
        pairs = gpd.sjoin(squares, squares, predicate="dwithin", distance=merge_m)
        i, j = pairs.index.values, pairs["index_right"].values
        graph = coo_array((np.ones(len(i)), (i, j)), shape=(len(cells), len(cells)))
        group = connected_components(graph, directed=False)[1]
    outlines = squares.assign(group=group).dissolve("group").geometry
    return [(cells[group == number], outline) for number, outline in outlines.items()]
