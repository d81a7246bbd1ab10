"""Reads all collections with OWSLib: owslib_client.py API PAGE_SIZE BOX; prints what it found as JSON."""

import json
import sys

from owslib.ogcapi.features import Features


def read_all(api, collection, page):
    """All ids, page by page along the links with rel=next."""
    ids = []
    answer = api.collection_items(collection, limit=page)
    while True:
        ids += [f["id"] for f in answer["features"]]
        following = [link["href"] for link in answer["links"] if link["rel"] == "next"]
        if not following:
            return ids
        query = dict(part.split("=", 1) for part in following[0].split("?", 1)[1].split("&"))
        answer = api.collection_items(collection, limit=page, cursor=query["cursor"])


def main():
    url, page, box = sys.argv[1], int(sys.argv[2]), [float(n) for n in sys.argv[3].split(",")]
    api = Features(url)
    collections = api.feature_collections()
    counts = {}
    for collection in collections:
        ids = read_all(api, collection, page)
        counts[collection] = [len(ids), len(set(ids))]
    in_box = api.collection_items("services", bbox=box, limit=1)["numberMatched"]
    core = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"
    found = {
        "collections": collections,
        "counts": counts,
        "in_box": in_box,
        "conforms": core in api.conformance()["conformsTo"],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
