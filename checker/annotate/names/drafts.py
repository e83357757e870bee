"""Names while it is not yet known who bears them."""

from __future__ import annotations

from typing import NamedTuple


class Draft(NamedTuple):
    """A name before it is known who bears it; `kind` is a NameKind's value or nothing yet."""

    first: int
    last: int
    text: str
    kind: str = ""
    firm: bool = False
    """Whether the kind is sure, not a guess from the neighbourhood."""
    given: str = ""
    family: str = ""
    title: str = ""
    role: tuple[int, int] | None = None
    age: int | None = None
    found_by: str = "capitals"
    located: bool = False
    """Whether a preposition of place stands before it."""
    cluster: int = -1
