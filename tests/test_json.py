"""Records of content systems in JSON: told by what they hold, every character at its place in the file."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.article import Article, BlockKind, Link, Metadata, Role, Span
from checker.errors import InputError
from checker.parsers import parse

TITLE = "Bridge to be mended before winter"
BODY = "The council met on Monday and agreed to mend the bridge before the winter."
MORE = "Work will begin in June, said Ann Sole, the mayor, who has asked for it since the flood of 2019."
HTML = f"<p>{BODY}</p>\n<p>{MORE}</p>"
TEXT = f"{BODY}\n\n{MORE}"
TOLD = [("headline", TITLE), ("paragraph", BODY), ("paragraph", MORE)]


def article(record: object, meta: Metadata | None = None) -> Article:
    source = record if isinstance(record, str) else json.dumps(record, indent=1)
    return parse(source, "a.json", meta=meta)


def blocks(record: object) -> list[tuple[str, str]]:
    found = article(record)
    return [(block.kind.value, found[block.span]) for block in found.blocks]


RECORDS: dict[str, Any] = {
    "ninjs 1 html": {"uri": "x", "headline": TITLE, "body_html": HTML},
    "ninjs 1 text": {"uri": "x", "headline": TITLE, "body_text": TEXT},
    "ninjs 1 both": {"uri": "x", "headline": TITLE, "body_text": "Other words.", "body_xhtml": HTML},
    "ninjs 2": {
        "uri": "x",
        "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": TITLE}],
        "bodies": [
            {"role": "text", "contenttype": "text/plain", "value": TEXT},
            {"role": "nitf", "contenttype": "application/xml", "value": "<NITF/>"},
            {"role": "html5", "contenttype": "text/html; charset=utf-8", "value": HTML},
        ],
    },
    "ninjs 3": {"uri": "x", "headlines": [{"value": TITLE}], "bodies": [{"contentType": "text/plain", "value": TEXT}]},
    "ninjs 3 without type": {"headlines": [{"value": TITLE}], "bodies": [{"value": HTML}]},
    "schema.org": {"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT},
    "schema.org graph": {
        "@context": "https://schema.org",
        "@graph": [{"@type": "WebPage"}, {"@type": ["ReportageNewsArticle"], "headline": TITLE, "articleBody": HTML}],
    },
    "a list of one": [{"headline": TITLE, "body_html": HTML}],
    "headline in the text": {"headline": TITLE, "body_text": f"{TITLE}\n\n{TEXT}"},
    "headline in the page": {
        "headline": TITLE,
        "body_html": f"<html><body><article><h1>{TITLE}</h1>{HTML}</article></body></html>",
    },
}


class TestRecords:
    @pytest.mark.parametrize("name", RECORDS)
    def test_headline_and_body_are_the_article(self, name: str) -> None:
        assert blocks(RECORDS[name]) == TOLD

    @pytest.mark.parametrize("name", RECORDS)
    @pytest.mark.parametrize("plain", [True, False], ids=["escaped", "as it is"])
    def test_and_stand_at_their_place_in_the_file(self, name: str, plain: bool) -> None:
        source = json.dumps(RECORDS[name], ensure_ascii=plain)
        found = article(source)

        for block in found.blocks:
            place = found.locate(block.span)
            assert source[place.start : place.end] == found[block.span]

    @pytest.mark.parametrize(
        "record",
        [
            {},
            [],
            "words",
            {"a": 1},
            {"headline": TITLE},
            {"headline": TITLE, "body_html": "", "bodies": []},
            {"headline": TITLE, "bodies": [{"contentType": "application/xml", "value": "<NITF/>"}]},
            {"headline": TITLE, "bodies": "words", "body_text": 5},
            {"@type": "Recipe", "headline": TITLE, "description": BODY},
            {"@graph": [{"@type": "WebPage", "name": TITLE}]},
        ],
    )
    def test_any_other_json_is_refused_with_what_was_expected(self, record: object) -> None:
        with pytest.raises(InputError, match=r"no article in it; expected is a record of ninjs .* of schema\.org"):
            article(json.dumps(record))

    @pytest.mark.parametrize(
        ("source", "message"),
        [
            ('{"a": 1,\n "b"', "line 2: not JSON: Expecting ':' delimiter at column 5"),
            ("words", "line 1: not JSON: Expecting value at column 1"),
            ('{"a": 1} x', "line 1: not JSON: Extra data at column 10"),
            (json.dumps([RECORDS["schema.org"]] * 3), "3 articles in one file; write each into its own"),
            ('{"headline": "x",\n"body_text": "one \\ud83d two"}', r"line 2, column 19: \\ud83d is half a character"),
            (
                '{"headline": "x",\n"firstcreated": "soon", "body_text": "one"}',
                "line 2: published: 'soon' is not a date",
            ),
            (
                '{"headline": "x",\n\n"body_html": "<p>Published: 2025-13-45</p>"}',
                "line 3: published: '2025-13-45' is not",
            ),
            ('{"headline": "x", "body_html": "<p> </p>"}', None),
        ],
    )
    def test_what_is_wrong_is_said_with_its_line(self, source: str, message: str | None) -> None:
        if message is None:
            assert blocks(source) == [("headline", "x")]
            return
        with pytest.raises(InputError, match=message):
            article(source)


class TestMetadata:
    @pytest.mark.parametrize(
        ("stated", "meta"),
        [
            ({"firstcreated": "2025-05-23T08:00:00+0000"}, {"published": date(2025, 5, 23)}),
            ({"versionCreated": "20250523T080000Z"}, {"published": date(2025, 5, 23)}),
            (
                {"firstCreated": "2025-05-23T08:00:00Z", "versioncreated": "2025-05-24T08:00:00Z"},
                {"published": date(2025, 5, 23), "updated": date(2025, 5, 24)},
            ),
            ({"byline": "By Kit Larkin"}, {"authors": ("Kit Larkin",)}),
            ({"by": "Kit Larkin and Ann Sole"}, {"authors": ("Kit Larkin and Ann Sole",)}),
            ({"author": {"@type": "Person", "name": "Kit Larkin"}}, {"authors": ("Kit Larkin",)}),
            ({"section": "Local"}, {"section": "Local"}),
        ],
    )
    def test_of_ninjs(self, stated: dict[str, Any], meta: dict[str, Any]) -> None:
        assert article({"headline": TITLE, "body_html": HTML, **stated}).meta == Metadata(title=TITLE, **meta)

    def test_of_schema_org(self) -> None:
        record = {
            "@type": ["https://schema.org/AdvertiserContentArticle"],
            "headline": TITLE,
            "articleBody": TEXT,
            "datePublished": "2025-05-23T08:00:00+02:00",
            "dateModified": "2025-05-24",
            "author": [{"name": "Kit Larkin"}, {"name": "Ann Sole"}],
            "articleSection": "Local",
            "correction": {"@type": "CorrectionComment", "text": "The pier is in Holm."},
        }

        assert article(record).meta == Metadata(
            title=TITLE,
            published=date(2025, 5, 23),
            updated=date(2025, 5, 24),
            authors=("Kit Larkin", "Ann Sole"),
            section="Local",
            sponsored=True,
            corrections=("The pier is in Holm.",),
        )

    def test_the_record_goes_before_what_was_known(self) -> None:
        known = Metadata(published=date(2020, 1, 1), section="Old")
        meta = article({"headline": TITLE, "body_html": HTML, "firstcreated": "2025-05-23"}, known).meta

        assert (meta.published, meta.section) == (date(2025, 5, 23), "Old")


class TestHtmlInside:
    BODY = (
        "<p>It has <a href=\"/a?b=1&amp;c=2\" rel='ugc'>six\n<b>arches</b></a> &mdash; “old”.</p>"
        '<p>Related: <a href="/c">Five bridges</a></p>'
    )

    @pytest.mark.parametrize("plain", [True, False], ids=["escaped", "as it is"])
    def test_words_of_it_have_their_place_in_the_file(self, plain: bool) -> None:
        source = json.dumps({"headline": "Bridge & pier", "body_html": self.BODY}, ensure_ascii=plain)
        found = article(source)

        def written(words: str) -> str:
            start = found.text.index(words)
            place = found.locate(Span(start, start + len(words)))
            return source[place.start : place.end]

        assert found.text.splitlines() == ["Bridge & pier", "It has six arches — “old”.", "Related: Five bridges"]
        assert written("Bridge & pier") == "Bridge & pier"
        assert written("six arches") == "six\\n<b>arches"
        assert written("—") == "&mdash;"
        assert written("“old”") == ("\\u201cold\\u201d" if plain else "“old”")
        assert [(link.url, link.rel) for link in found.mentioned(Link)] == [("/a?b=1&c=2", "ugc"), ("/c", "")]
        assert found.blocks[-1].role is Role.TAIL

    def test_an_edit_is_applied_only_where_the_file_has_the_same_characters(self) -> None:
        found = article(json.dumps({"headline": "x", "body_text": 'She said "no no" twice.'}))
        start = found.text.index('"no')

        assert found.verbatim(Span(start + 1, start + 6))
        assert not found.verbatim(Span(start, start + 3))

    def test_captions_and_headings(self) -> None:
        body = f"<h2>Costs</h2>{HTML}<figure><figcaption>The arches.</figcaption></figure>"

        assert [kind for kind, _ in blocks({"headline": TITLE, "body_html": body})] == [
            BlockKind.HEADLINE,
            BlockKind.HEADING,
            BlockKind.PARAGRAPH,
            BlockKind.PARAGRAPH,
            BlockKind.CAPTION,
        ]


WORDS = st.lists(st.text(st.sampled_from('abÄ漢🙂é"\\/<&\t'), min_size=1, max_size=6), min_size=1, max_size=12)


@settings(deadline=None, max_examples=200)
@given(WORDS, st.sampled_from([" ", "\n\n", "\r\n", " \u2028"]), st.booleans())
def test_every_character_stands_at_its_place(words: list[str], between: str, plain: bool) -> None:
    told = f"Bridge. {between.join(words)} end."
    source = json.dumps({"headline": TITLE, "body_text": told}, ensure_ascii=plain)
    found = article(source)

    for at, char in enumerate(found.text):
        if not char.isspace():
            place = found.locate(Span(at, at + 1))
            assert json.loads(f'"{source[place.start : place.end]}"') == char


class TestHostile:
    @pytest.mark.parametrize(
        "source",
        [
            "[" * 100_000,
            '{"a":' * 100_000,
            json.dumps({"headline": TITLE, "body_text": "x\n" * 600_000}),
            json.dumps({"headline": TITLE, "body_html": "<b>" * 300_000}),
        ],
    )
    def test_it_is_refused_in_bounded_time(self, source: str) -> None:
        started = time.process_time()

        with pytest.raises(InputError, match=r"nested too deeply|more than .* (escapes|tags)"):
            article(source)

        assert time.process_time() - started < 5

    def test_many_escapes_take_time_by_their_number(self) -> None:
        source = json.dumps({"headline": TITLE, "body_html": f'<p>{BODY} "é"</p>\n' * 20_000})
        started = time.process_time()

        assert len(article(source).blocks) == 20_001
        assert time.process_time() - started < 8
