"""The names of weekdays and months in lower case, which open with a capital and are no names of anybody."""

from __future__ import annotations

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
ALSO_FIRST_NAMES = frozenset("april may june august".split())
"""Months by which people are called, too."""
