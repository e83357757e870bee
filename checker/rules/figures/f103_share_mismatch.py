"""A part of its whole is not the percentage that is given with it.

Twelve of forty-eight is a quarter, and many readers see that at once.

## Flagged

> The motion was backed by 12 of 48 councillors, or 40%.

> The jury heard 19 of the 29 witnesses. That is 46% of them.

> One in four households (40%) has no car.

## Fine

> The motion was backed by 12 of 48 councillors, or 25%.

> The motion was opposed by 12 of 48 councillors. That is a rise of 40% on last year.

> About a third of households (31%) have no car.

## Limits

The percentage must follow in brackets, after “or” or between dashes, be called a rate or one of the total, or open the
next sentence with “That is”. What is missing to the whole is accepted as well, because texts switch between the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures.units import SHARE
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import HEDGE, bounds, hedged, printed, say
from checker.rules.figures._shares import Share, shares

rule = Rule(__name__, Severity.ERROR)

CUT_OFF = 1.0  # units in the last printed place: a share may be rounded or cut off
ROUGH = 4.0  # points: a fraction in words stands for what is near it
ROUGHER = 7.0  # points: and “almost half” for what is not far from it
EXACTLY = 1e-9


@rule.check
def share_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Work out every share that is said in two ways."""
    for share in shares(article):
        least, most = true_share(share)
        said = (printed(share.percent) or 0.0) * (100 if share.percent.unit == SHARE else 1)
        if not 0 < said <= 100 or most > 100 + EXACTLY:
            continue
        allowed = tolerance(share, said)
        if least - allowed <= said <= most + allowed or least - allowed <= 100 - said <= most + allowed:
            yield AGREES
            continue
        whole = f" of {article[share.whole.span]}" if share.whole else ""
        right = say(round((least + most) / 2, 1))
        places = [(share.part, "the part"), *([(share.whole, "the whole")] if share.whole else [])]
        yield rule.finding(
            share.percent.span,
            f"{article[share.part.span]}{whole} is {right}%, not {article[share.percent.span]}",
            [Related(figure.span, what) for figure, what in places],
        )


def true_share(share: Share) -> tuple[float, float]:
    """The least and the greatest percentage that part and whole can be rounded from."""
    if share.whole is None:
        low, high = share.part.low, share.part.high
        return 100 * (low or 0.0), 100 * (high if high is not None else 1.0)
    part, whole = bounds(share.part), bounds(share.whole)
    return 100 * part[0] / whole[1], 100 * part[1] / max(whole[0], EXACTLY)


def tolerance(share: Share, said: float) -> float:
    """How far the percentage may be from the true one."""
    place = share.percent.precision or 1.0
    if share.percent.unit == SHARE:
        return max(ROUGH, HEDGE * said if hedged(share.percent) else 0.0)
    if share.whole is None:
        return max(ROUGHER if hedged(share.part) else ROUGH, place)
    return max(HEDGE * said, place) if hedged(share.percent) else CUT_OFF * place + EXACTLY
