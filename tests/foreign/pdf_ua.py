#!/usr/bin/env python3
"""Lets veraPDF, the reference validator, judge what a running server prints: is it PDF/UA-1 (ISO 14289-1)?

    tests/foreign/pdf_ua.py http://127.0.0.1:8080 [--venv target/foreign-pdf-ua]

Sheets, lists and posters in all languages. veraPDF comes from Maven Central into the given folder, once. Without Java or
Maven this is skipped with a line that says so. Exit status 0: all keep to it; 1: one does not; 2: nothing could be run.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from run import Report, fetch, run

HERE = pathlib.Path(__file__).with_name("pdf_ua")
LANGUAGES = ["", "/leicht", "/en", "/uk", "/ar", "/tr", "/fr"]
PATIENCE_S = 120


def jars_of(folder, report):
    """The folder with veraPDF and what it needs; None if that is not possible."""
    for tool, package in (("mvn", "maven"), ("java", "default-jdk-headless")):
        if not shutil.which(tool):
            report.skip("veraPDF", f"{tool} is not installed (Debian package {package})")
            return None
    folder = pathlib.Path(folder)
    wanted = (HERE / "pom.xml").read_text()
    marker = folder / "pom.xml"
    if marker.exists() and marker.read_text() == wanted:
        return folder
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={folder.resolve()}"]
    try:
        run("mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), *goal)
    except (RuntimeError, subprocess.SubprocessError) as error:
        report.skip("veraPDF", f"cannot be fetched: {error}")
        return None
    marker.write_text(wanted)
    return folder


def download(url):
    """A file; whoever has asked too often is told so and waits."""
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503) or time.monotonic() > end:
                raise
            time.sleep(int(error.headers.get("Retry-After", "1")))


def papers(base):
    """What is printed: every kind in every language, by name."""
    features = fetch(f"{base}/api/collections/services/items?limit=2")["features"]
    entry = features[0]["properties"]["service_id"]
    ags = fetch(f"{base}/api/collections/municipalities/items?limit=1")["features"][0]["id"]
    category = features[1]["properties"]["category"][0]
    kinds = {
        "sheet": f"/angebote/{entry}/merkblatt.pdf",
        "list": f"/liste.pdf?category={category}",
        "poster-a4": f"/plakate/a4.pdf?municipality={ags}",
        "poster-a3": f"/plakate/a3.pdf?category={category}",
        "poster-a5": f"/plakate/a5.pdf?category={category}&municipality={ags}",
    }
    for language in LANGUAGES:
        for kind, path in kinds.items():
            yield f"{language.strip('/') or 'de'}-{kind}", f"{base}{language}{path}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("base")
    arguments.add_argument("--venv", default="target/foreign-pdf-ua", help="where veraPDF is kept")
    chosen = arguments.parse_args()
    report = Report()
    jars = jars_of(chosen.venv, report)
    if jars:
        with tempfile.TemporaryDirectory() as folder:
            files = {}
            for name, url in papers(chosen.base.rstrip("/")):
                file = pathlib.Path(folder) / f"{name}.pdf"
                file.write_bytes(download(url))
                files[str(file)] = name
            told = run("java", "-cp", f"{jars}/*", str(HERE / "Validate.java"), *files)
        verdicts = dict(line.split("\t", 1) for line in told.splitlines() if "\t" in line)
        for file, name in files.items():
            report.check(f"veraPDF on {name}", verdicts.get(file), "compliant")
    print(f"{report.ran} comparisons, {report.failed} differ")
    return 1 if report.failed else 0 if report.ran else 2


if __name__ == "__main__":
    sys.exit(main())
