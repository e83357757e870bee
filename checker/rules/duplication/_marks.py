"""The marks of desks and of templates for what is still to come."""

from __future__ import annotations

import re

HINTS = (
    *("TK", "CQ", "cq", "XX", "xx", "psum", "PSUM", "olor sit", "[", "{", "<", "(tk", "(ck", "(check"),
    *("??", " X ", "$X", "£X", "€X", "NaN", "undefined", "$$", "___", "#REF!", "#N/A", "#DIV/0!", "#VALUE!", "asdf"),
)
"""A text that has none of these has no mark; most texts are done with by looking for them."""

_AMOUNT = r"[\s-]?(?:%|per\ ?cent\b|pct\b|million\b|billion\b)"
_UNIT = r"[\s-]?(?:%|per\ ?cent\b|pct\b|million|billion|people|years?\b|months?\b|days?\b)"
_MONTH = r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WANTED = (
    r"(?:quotes?|names?|dates?|links?|photos?|pics?|pictures?|images?|figures?|numbers?|captions?|details?|sources?|text"
    r"|comments?|headlines?|standfirsts?|intros?|bylines?|graphics?|maps?|charts?|videos?|reactions?|responses?)"
)
_FIELD = (
    r"(?:NAME|DATE|LINK|QUOTE|HEADLINE|BYLINE|CITY|TITLE|NUMBER|AGE|URL|COMPANY|PLACE|PHOTO|IMAGE|CAPTION|SOURCE|TBC|TBD"
    r"|X+)"
)
MARKS = re.compile(
    rf"""\bTK(?:TK)+\b | \bTK\b(?!\s+[A-Z])(?![-'’&.]\w)
    | [\[(](?:CQ|cq|TK|tk|FIX|CHECK|CK|ck|[sS][pP]\?|\?\?+)[\])] | \[\[?TK\b[^\]\n]{{0,80}}\]
    | [$£€]X+\b | \b[Xx]{{2,}}(?={_UNIT}) | \bX(?={_AMOUNT}) | {_MONTH}\ XX\b | \bXX\ (?={_MONTH})
    | \b(?:19|20)XX\b | (?<=\s)\?\?+(?=[\s-](?:%|[a-z])) | \b(?:NaN|undefined)(?={_UNIT}) | (?<=\s)___+(?=\s)
    | \b[Ll](?:orem|OREM)\ [Ii](?:psum|PSUM)\b | (?<![Ii]psum\ )\b[Dd]olor\ sit\ amet\b
    | \basdf\w*
    | [\[(<](?i:insert|add|need|get)\ (?:\w+\ )?(?i:{_WANTED})\b[^\])>\n]{{0,80}}[\])>]
    | [\[<](?:FIRST\ |LAST\ )?{_FIELD}(?:\ (?:HERE|TK|TO\ COME))?[\]>]
    | \{{\{{\s*[A-Za-z_][\w.|\ ]{{0,60}}\}}\}} | \{{%[^%\n]{{1,80}}%\}} | \$\{{[A-Za-z_][\w.]{{0,40}}\}}
    | (?<![{{$])\{{[a-z]+_[a-z_]+\}}(?!\}}) | <%[^%\n]{{1,80}}%> | (?<!\w)%[A-Z]{{3,}}[A-Z_]{{0,30}}%(?!\w)
    | \$\$[A-Z][A-Z ]{{2,40}}\$\$ | \#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?) | \[object\ Object\]""",
    re.X,
)
FIELDS = re.compile(
    rf"""\[(?:your\ |first\ |last\ |full\ )?(?i:{_WANTED}|age|city|town|place|company|titles?)(?:\ here|\ to\ come)?\]
    | \[{_WANTED}(?:\ to\ |:\ )[^\]\n]{{1,80}}\]
    | [\[(](?i:check)\ (?:the\ )?(?:spelling|sp|age|dates?|names?|figures?|titles?|quotes?|with\ \w+)[\])]""",
    re.X,
)
"""What stands for words left out where somebody is quoted, and for words to come elsewhere."""

HELD = re.compile(
    rf"""(?:main\ |body\ |photo\ |picture\ |sub-?)?(?:{_WANTED}|copy)\ (?:goes?\ here|to\ (?:come|follow))[.!]?
    | (?:insert|type|enter|write|paste|add)\ (?:your\ |the\ |a\ )?(?:\w+\ )?(?:{_WANTED}|copy|paragraph)\ here[.!]?
    | (?:click|tap)\ (?:here\ )?to\ (?:add|edit|enter)\ (?:text|a?\ ?title|subtitle|caption)s?[.!]?
    | (?:this\ is\ (?:a\ |some\ )?)?(?:placeholder|dummy|sample|filler)\ (?:text|copy|headline|paragraph|sentence)[.!]?
    | (?:TODO|FIXME|TBD)\b(?::.{{0,60}})? | (?:text\ ){{2,}}text[.!]?""",
    re.X | re.I,
)
"""A line that only holds the place of something."""


def may_have_marks(text: str) -> bool:
    """Whether it pays to search a text for marks."""
    return any(hint in text for hint in HINTS) or ("%" in text and re.search(r"%[A-Z]{3}", text) is not None)
