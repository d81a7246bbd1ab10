#!/usr/bin/env python3
"""Reads a running server with clients that other people wrote, and compares their counts with its own.

    tests/foreign/run.py http://127.0.0.1:8080 [--venv target/foreign-venv]

GDAL's OAPIF driver (ogrinfo, ogr2ogr) lists the collections, pages through all items and reads a box; OWSLib does
the same; openapi-spec-validator checks the API definition; vobject and icalendar read contacts and opening hours. What is not installed is skipped with a line that says
so. Exit status 0: everything that ran agrees; 1: something does not; 2: nothing could be run.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import venv

PACKAGES = [
    "OWSLib==0.34.1",
    "openapi-spec-validator==0.7.2",
    "icalendar==7.3.0",
    "vobject==0.9.9",
]
PAGE = 50


def fetch(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)


class Expected:
    """What the server itself says."""

    def __init__(self, base):
        self.api = base.rstrip("/") + "/api"
        listed = fetch(f"{self.api}/collections")["collections"]
        self.ids = [c["id"] for c in listed]
        self.counts = {i: self.count(i) for i in self.ids}
        # The western half of what the services cover: some are inside, some are not.
        extent = next(c for c in listed if c["id"] == "services")["extent"]["spatial"]["bbox"][0]
        west, south, east, north = extent
        self.box = [west, south, round((west + east) / 2, 4), north]
        text = ",".join(map(str, self.box))
        self.in_box = self.count("services", f"&bbox={text}")

    def count(self, collection, more=""):
        return fetch(f"{self.api}/collections/{collection}/items?limit=1{more}")["numberMatched"]


class Report:
    def __init__(self):
        self.ran = 0
        self.failed = 0

    def check(self, what, found, wanted):
        self.ran += 1
        if found != wanted:
            self.failed += 1
            print(f"FAIL {what}: found {found!r}, expected {wanted!r}")
        else:
            print(f"ok   {what}: {found!r}")

    @staticmethod
    def skip(what, why):
        print(f"SKIP {what}: {why}")


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def gdal(expected, report):
    if not (shutil.which("ogrinfo") and shutil.which("ogr2ogr")):
        report.skip("GDAL", "ogrinfo is not installed (Debian package gdal-bin)")
        return
    source = f"OAPIF:{expected.api}"
    options = ["-oo", f"PAGE_SIZE={PAGE}"]
    lines = run("ogrinfo", "-ro", "-q", source, *options).splitlines()
    names = [line.split(":", 1)[1].split("(")[0].strip() for line in lines if line[:1].isdigit()]
    report.check("GDAL lists the collections", sorted(names), sorted(expected.ids))
    box = [str(n) for n in expected.box]
    with tempfile.TemporaryDirectory() as folder:
        for collection in expected.ids:
            count = gdal_features(folder, source, collection, options, [])
            wanted = expected.counts[collection]
            report.check(f"GDAL pages through {collection}", count, (wanted, wanted))
        count = gdal_features(folder, source, "services", options, ["-spat", *box])
        wanted = expected.in_box
        report.check("GDAL reads a box of services", count, (wanted, wanted))


def gdal_features(folder, source, collection, options, more):
    """How many features were written, and how many of them are different ones."""
    target = pathlib.Path(folder) / f"{collection}{len(more)}.geojson"
    run("ogr2ogr", "-f", "GeoJSON", str(target), source, collection, *options, *more)
    features = json.loads(target.read_text())["features"]
    ids = [f.get("id", f["properties"].get("id")) for f in features]
    return len(features), len(set(ids))


def python_of(folder, report, packages):
    """A Python with the packages, made once; None if that is not possible."""
    python = pathlib.Path(folder) / "bin" / "python"
    marker = pathlib.Path(folder) / "packages.txt"
    if python.exists() and marker.exists() and marker.read_text().split() == packages:
        return str(python)
    try:
        venv.create(folder, with_pip=True, clear=True)
        run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    except (RuntimeError, subprocess.SubprocessError, OSError) as error:
        report.skip(", ".join(packages), f"cannot be installed: {error}")
        return None
    marker.write_text("\n".join(packages))
    return str(python)


def owslib(expected, python, report):
    script = pathlib.Path(__file__).with_name("owslib_client.py")
    box = ",".join(map(str, expected.box))
    found = json.loads(run(python, str(script), expected.api, str(PAGE), box))
    report.check("OWSLib lists the collections", sorted(found["collections"]), sorted(expected.ids))
    for collection, wanted in expected.counts.items():
        count = tuple(found["counts"][collection])
        report.check(f"OWSLib pages through {collection}", count, (wanted, wanted))
    report.check("OWSLib reads a box of services", found["in_box"], expected.in_box)
    report.check("OWSLib reads the conformance classes", found["conforms"], True)


def definition(expected, python, report):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "openapi.json"
        file.write_text(json.dumps(fetch(f"{expected.api}/openapi.json")))
        done = subprocess.run(
            [python, "-m", "openapi_spec_validator", str(file)], capture_output=True, text=True
        )
    last = done.stdout.strip()[-2000:]
    report.check("the API definition is valid OpenAPI", (done.returncode, last if done.returncode else ""), (0, ""))


def cards(base, python, report):
    script = pathlib.Path(__file__).with_name("cards_client.py")
    found = json.loads(run(python, str(script), base))
    report.check("vobject and icalendar read contacts and hours", found["faults"], [])
    report.check("some entries have hours for a calendar", found["events"] > 0, True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("base")
    arguments.add_argument("--venv", default="target/foreign-venv")
    chosen = arguments.parse_args()
    report = Report()
    expected = Expected(chosen.base)
    gdal(expected, report)
    python = python_of(chosen.venv, report, PACKAGES)
    if python:
        owslib(expected, python, report)
        definition(expected, python, report)
        cards(chosen.base, python, report)
    print(f"{report.ran} comparisons, {report.failed} differ")
    return 1 if report.failed else 0 if report.ran else 2


if __name__ == "__main__":
    sys.exit(main())
