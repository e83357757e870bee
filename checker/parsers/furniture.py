"""What stands around a story: bylines, datelines, captions, credits, corrections and links to other stories."""

from __future__ import annotations

import re

_DASH = re.compile(r"(?:\s+[–—-]{1,2}\s*|\s*—\s*|–\s+|:\s+)(?=[A-Z\d\"“‘'(\[$£€])")
_AGENCY = re.compile(r"\s*\((?P<name>[A-Z][\w .&/]{1,40}|dpa)\)$|\s+/[A-Z][\w ]{1,30}/$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(rf",?\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?$")
_REGION = re.compile(r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2}")
_AGENCIES = frozenset(
    "AP AFP Reuters REUTERS UPI CNN Xinhua dpa DPA PA TASS ANSA Bloomberg EFE RNS BBC Kyodo Yonhap PTI ANI AAP".split()
)
_NO_PLACES = frozenset(
    "BREAKING EXCLUSIVE UPDATE UPDATED CORRECTED CORRECTION WATCH VIDEO ANALYSIS OPINION LIVE".split()
)
_DATELINE_LIMIT = 100  # characters

_BYLINE = re.compile(r"(?:by|byline:|words by|written by|reporting by|story by|report by):?\s+(?=[A-Z])", re.I)
_BYLINE_LIMIT = 160
_BYLINE_WORDS = 12
_PARTICLES = frozenset(
    "and with for in at of the de la le van von der den del di da bin al el y e & / du dos ter".split()
)
_BYLINE_BREAK = re.compile(r"\s*[|,;·•(–—@]|\s-\s")

_CAPTION = re.compile(
    r"(?:file (?:photo|picture|image)|photo(?:graph)?s?|pictures?|image|caption|figure \d+|fig\. \d+|chart|graphic"
    r"|infographic|map)(?: (?:caption|credit|source|by))?\s*:\s+\S|image (?:source|caption|copyright|credit),? \S"
    r"|(?:photo(?:graph)?|picture|image|illustration|graphic|chart) by [A-Z]|\(?file photo\b",
    re.I,
)
_CAPTION_OPENINGS = frozenset("cfgimpCFGIMP(")
_CREDIT = re.compile(
    r"(?:\b(?:Getty(?: Images)?|Shutterstock|Alamy(?: Stock Photo)?|iStock|AP Photo(?:/[\w .]+)?|EPA(?:-EFE)?"
    r"|PA (?:Wire|Media)|Unsplash|Handout)|/(?:AFP|Reuters|REUTERS|AP|PA))[)\]]?\Z"
)
_CREDIT_LIMIT = 100

_CORRECTION = re.compile(
    r"(?:corrections?(?: (?:and|&) clarifications?)?|clarifications?)\s*(?:\([^()]{1,40}\)\s*|,[^:]{1,40})?:\s*\S"
    r"|this (?:article|story|post|report|piece) (?:was|has been) (?:amended|corrected|updated|edited|changed)\b"
    r"|(?:an? (?:earlier|previous) version|earlier versions) of this (?:article|story|post|report|headline|piece)\b",
    re.I,
)
_CORRECTION_OPENINGS = frozenset("acetACET")

TAIL_LINE = re.compile(
    r"(?:related(?: (?:stories|articles|coverage|links|reading))?|read (?:more|also|next)|see also|also read"
    r"|more on this|next article|watch|listen|advertisement|sponsored|about the authors?|follow us|sign up|subscribe"
    r"|tags|topics|filed under|contact|photos?|video|sources?)\b\s*(?::|$|[-–—])",
    re.I,
)


def dateline(text: str) -> tuple[int, int] | None:
    """Where the place, date and agency that open a story end, and where its first sentence begins.

    “KYIV, Ukraine, May 23 (AP) — …”, “Berlin (dpa) - …”; the place is in capitals unless an agency is named.
    """
    dash = _DASH.search(text, 0, _DATELINE_LIMIT)
    if dash is None:
        return None
    lead = text[: dash.start()]
    agency = _AGENCY.search(lead)
    place = lead[: agency.start()] if agency else lead
    dated = _DATE.search(place)
    place = place[: dated.start()] if dated else place
    if ":" in dash[0] and not (agency and dated):
        return None
    known = agency is not None and agency["name"] in _AGENCIES
    if not place:
        return (dash.start(), dash.end()) if known else None
    town, *regions = place.split(", ")
    if len(regions) > 1 or not all(_REGION.fullmatch(region) for region in regions):
        return None
    found = _is_town(town) or (known and _REGION.fullmatch(town) is not None)
    return (dash.start(), dash.end()) if found else None


def _is_town(words: str) -> bool:
    """Whether a place is set in capitals, as in datelines."""
    bare = words.replace("Mc", "").replace("Mac", "")
    return len(bare) > 2 and bare.isupper() and bare[-1].isalpha() + (bare[-1] == ".") > 0 and bare not in _NO_PLACES


def is_byline(text: str) -> bool:
    """Whether a line names who wrote the story: “By Kit Larkin and Ann Sole, political correspondents”."""
    if len(text) > _BYLINE_LIMIT or (opening := _BYLINE.match(text)) is None:
        return False
    names = _BYLINE_BREAK.split(text[opening.end() :], maxsplit=1)[0].split()
    if not names or not names[0][0].isupper() or len(names) > _BYLINE_WORDS:
        return False
    return len(names) + (text[0] == "B") > 1 and all(name[0].isupper() or name in _PARTICLES for name in names)


def is_caption(text: str) -> bool:
    """Whether a line belongs to a picture: it says so, or it is the credit of one."""
    if text[0] in _CAPTION_OPENINGS and _CAPTION.match(text):
        return True
    return len(text) <= _CREDIT_LIMIT and _CREDIT.search(text) is not None


def is_correction(text: str) -> bool:
    """Whether a paragraph says what was put right in the story."""
    return text[0] in _CORRECTION_OPENINGS and _CORRECTION.match(text) is not None


def is_tail_heading(text: str) -> bool:
    """Whether a line is a heading over links, such as “Related stories”, rather than one of them."""
    return TAIL_LINE.match(text) is not None and ":" not in text.rstrip(": ") and len(text.split()) <= 3
