"""Seconds that scipy's k-d tree takes for the nearest site of every cell.

    nearest_scipy.py CELLS.csv.gz SITES.csv THREADS

Building the tree counts, reading does not. Prints the least of five times, and the sum of all distances to compare.
Exits with 2 where scipy is not installed.
"""
import sys
import time

try:
    import numpy
    from scipy.spatial import cKDTree
except ImportError:
    sys.exit(2)


def main() -> None:
    cells_file, sites_file, threads = sys.argv[1:]
    cells = numpy.loadtxt(cells_file, delimiter=",", skiprows=1, usecols=(0, 1))
    sites = numpy.loadtxt(sites_file, delimiter=",")
    seconds = []
    for _ in range(5):
        began = time.perf_counter()
        distances, _ = cKDTree(sites).query(cells, workers=int(threads))
        seconds.append(time.perf_counter() - began)
    print(min(seconds), repr(float(distances.sum())))


main()
