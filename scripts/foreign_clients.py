"""Reads the running server with clients that know nothing of it: GDAL's OAPIF driver and OWSLib.

Every count they arrive at, over whole collections and inside a box, must equal what the server says itself.
The address comes from SOZIALATLAS_E2E_URL; scripts/conformance.sh starts the server.
"""

import json
import os
import subprocess
import sys
import urllib.request
from urllib.parse import parse_qsl, urlencode, urlsplit

from owslib.ogcapi.features import Features

BASE = os.environ["SOZIALATLAS_E2E_URL"] + "/api"
# Small enough that every collection of any size has several pages.
PAGE = 50
# More pages than that mean that `next` runs in a circle.
MAX_PAGES = 2_000

passed, failed = 0, []


def check(name, got, expected):
    """Counts one comparison and says what differs."""
    global passed
    if got == expected:
        passed += 1
    else:
        failed.append(name)
        print(f"FAILED {name}: got {got!r}, expected {expected!r}")


def get(path, **query):
    """JSON of our own interface, asked directly."""
    url = f"{BASE}{path}?{urlencode(query)}" if query else f"{BASE}{path}"
    request = urllib.request.Request(url, headers={"Accept": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def matched(collection, **query):
    """What the server says is there."""
    return get(f"/collections/{collection}/items", limit=1, **query)["numberMatched"]


def inner_box(collection):
    """The middle of the collection's extent: a box that holds some and leaves out some."""
    west, south, east, north = collection["extent"]["spatial"]["bbox"][0]
    width, height = (east - west) / 4, (north - south) / 4
    return [west + width, south + height, east - width, north - height]


def gdal(*words):
    """Output of a GDAL program; its warnings are shown."""
    done = subprocess.run(words, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0 or "ERROR" in done.stderr:
        failed.append(" ".join(words))
        print(f"FAILED {' '.join(words)}:\n{done.stderr}")
    return done.stdout


def gdal_items(collection, *words):
    """Number of features that GDAL gets when it pages through the collection, and of different ids."""
    text = gdal(
        "ogr2ogr", "-f", "GeoJSONSeq", "/vsistdout/", f"OAPIF:{BASE}", collection,
        "-oo", f"PAGE_SIZE={PAGE}", *words,
    )
    features = [json.loads(line.strip("\x1e")) for line in text.splitlines() if line.strip("\x1e ")]
    return len(features), features


def check_gdal(collections):
    """GDAL lists the collections, reads all and reads a box."""
    layers = gdal("ogrinfo", "-ro", "-so", f"OAPIF:{BASE}")
    for collection in collections:
        name = collection["id"]
        check(f"GDAL lists {name}", f": {name} " in layers or f": {name}\n" in layers, True)
        total = matched(name)
        if total == 0:
            continue
        count, features = gdal_items(name)
        check(f"GDAL pages through {name}", count, total)
        ids = {json.dumps(f.get("id", f["properties"].get("id"))) for f in features}
        check(f"GDAL gets each of {name} once", len(ids), total)
        box = inner_box(collection)
        spatial = [str(n) for n in box]
        # GDAL asks for the box and then keeps what really intersects it, so it may only leave out.
        expected = matched(name, bbox=",".join(spatial))
        count, _ = gdal_items(name, "-spat", *spatial)
        exact = name != "municipalities"
        check(f"GDAL reads a box of {name}", count if exact else count <= expected, expected if exact else True)


def owslib_items(features, name, **query):
    """All items that OWSLib gets by following `next`."""
    items, words = [], {"limit": PAGE, **query}
    for _ in range(MAX_PAGES):
        page = features.collection_items(name, **words)
        check(f"OWSLib: numberReturned of a page of {name}", page["numberReturned"], len(page["features"]))
        items += page["features"]
        following = [link["href"] for link in page["links"] if link["rel"] == "next"]
        if not following:
            return items
        words = dict(parse_qsl(urlsplit(following[0]).query))
        words.pop("f", None)
        if "bbox" in words:
            # OWSLib joins a list itself, and would take a text letter by letter.
            words["bbox"] = words["bbox"].split(",")
    failed.append(f"OWSLib: {name} never ends")
    return items


def check_owslib(collections):
    """OWSLib reads the description, pages through all and reads a box."""
    features = Features(BASE)
    check("OWSLib finds the OpenAPI document", str(features.api()["openapi"]).startswith("3.0"), True)
    check("OWSLib finds the conformance classes", len(features.conformance()["conformsTo"]) >= 4, True)
    names = [collection["id"] for collection in collections]
    check("OWSLib lists the collections", sorted(features.feature_collections()), sorted(names))
    for collection in collections:
        name = collection["id"]
        check(f"OWSLib reads the queryables of {name}", "properties" in features.collection_queryables(name), True)
        total = matched(name)
        items = owslib_items(features, name)
        check(f"OWSLib pages through {name}", len(items), total)
        check(f"OWSLib gets each of {name} once", len({item["id"] for item in items}), total)
        if total == 0:
            continue
        box = inner_box(collection)
        inside = owslib_items(features, name, bbox=box)
        check(f"OWSLib reads a box of {name}", len(inside), matched(name, bbox=",".join(str(n) for n in box)))
        item = features.collection_item(name, items[0]["id"])
        check(f"OWSLib reads one of {name}", item["id"], items[0]["id"])


collections = get("/collections")["collections"]
check("the server has collections", len(collections) >= 4, True)
check_gdal(collections)
check_owslib(collections)
print(f"\n{passed} passed, {len(failed)} failed")
sys.exit(1 if failed or passed == 0 else 0)
