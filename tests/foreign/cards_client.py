"""Reads contacts with vobject and opening hours with icalendar and dateutil, and prints what was found as JSON.

    cards_client.py BASE

Called by run.py with the Python that has the packages.
"""

import collections
import json
import sys
import urllib.error
import urllib.request

import icalendar
import vobject
from dateutil.rrule import rrulestr

MOST = 60


def fetch(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read().decode()


def contact(base, service, site, name, faults):
    """The contact's name is that of the entry at this site, and its page is told."""
    card = vobject.readOne(fetch(f"{base}/angebote/{service}/karte.vcf?standort={site}"))
    card.validate(raiseException=False)
    if card.fn.value != name:
        faults.append(f"{service} {site}: {card.fn.value!r} is not {name!r}")
    # The page of the first site needs no word for it.
    pages = (f"/angebote/{service}", f"/angebote/{service}?standort={site}")
    if not card.source.value.endswith(pages):
        faults.append(f"{service} {site}: {card.source.value}")


def hours(base, service, site, faults):
    """Each event begins on a day of its own rule, ends after it begins, and leaves out only days of its rule."""
    text = fetch(f"{base}/angebote/{service}/zeiten.ics?standort={site}")
    calendar = icalendar.Calendar.from_ical(text)
    zones = [zone for zone in calendar.walk("VTIMEZONE")]
    if len(zones) != 1 or not zones[0].to_tz():
        faults.append(f"{service}: {len(zones)} zones")
    events = calendar.walk("VEVENT")
    for event in events:
        if event.errors:
            faults.append(f"{service}: {event.errors}")
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if not start < end:
            faults.append(f"{service}: {start} to {end}")
        if "RRULE" not in event:
            continue
        days = list(rrulestr("RRULE:" + event["RRULE"].to_ical().decode(), dtstart=start))
        if not days or days[0] != start or len(days) > 366:
            faults.append(f"{service}: {len(days)} days from {days[:1]}")
        left_out = event.get("EXDATE")
        left_out = [] if left_out is None else left_out if isinstance(left_out, list) else [left_out]
        faults.extend(
            f"{service}: {day.dt} is not of the rule"
            for group in left_out
            for day in group.dts
            if day.dt not in days
        )
    return len(events)


def main():
    base = sys.argv[1].rstrip("/")
    items = json.loads(fetch(f"{base}/api/collections/services/items?limit=1000"))["features"]
    sites = {item["id"]: item["properties"] for item in items}
    of_service = collections.Counter(facts["service_id"] for facts in sites.values())
    several = [site for site, facts in sites.items() if of_service[facts["service_id"]] > 1]
    with_hours = [site for site, facts in sites.items() if facts["opening_hours"]]
    faults, events, calendars = [], 0, 0
    for site in dict.fromkeys(list(sites)[:MOST] + several + with_hours):
        service, name = sites[site]["service_id"], sites[site]["name"]
        contact(base, service, site, name, faults)
        try:
            events += hours(base, service, site, faults)
            calendars += 1
        except urllib.error.HTTPError as error:
            if error.code != 404:
                faults.append(f"{service} {site}: {error}")
    print(json.dumps({"faults": faults, "calendars": calendars, "events": events}))


if __name__ == "__main__":
    main()
