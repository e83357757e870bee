"""From text and markdown to blocks: what each line is on the page, and what is said about the article."""

from __future__ import annotations

import time
from datetime import date

import pytest

from checker.article import Article, BlockKind, Link, Metadata, Role
from checker.errors import InputError
from checker.parsers import parse

BODY = "The council met on Monday and agreed to mend the bridge before the winter."
MORE = "Work will begin in June, said Ann Sole, the mayor, who has asked for it since the flood of 2019."


def blocks(source: str, name: str) -> list[tuple[str, str]]:
    article = parse(source, name)
    return [(block.kind.value, article[block.span]) for block in article.blocks]


def text(source: str) -> list[tuple[str, str]]:
    return blocks(source, "a.txt")


def markdown(source: str) -> list[tuple[str, str]]:
    return blocks(source, "a.md")


def kinds(source: str, name: str = "a.txt") -> str:
    return ", ".join(kind for kind, _ in blocks(source, name))


def links(article: Article) -> list[tuple[str, str, str]]:
    return [(article[link.span], link.url, link.rel) for link in article.mentioned(Link)]


class TestFormats:
    def test_the_ending_tells_the_format_and_a_name_goes_before_it(self) -> None:
        assert kinds(f"# One\n\n{BODY}", "a.MD") == kinds(f"# One\n\n{BODY}", "a.markdown") == "headline, paragraph"
        assert parse("*One*.", "a.md", "text").text == "*One*."
        assert parse("*One*.", "<stdin>").text == "*One*."

    def test_an_unknown_format_is_refused(self) -> None:
        with pytest.raises(InputError, match="format 'rtf' is not known; it is one of text, markdown"):
            parse("One.", "a.txt", "rtf")

    @pytest.mark.parametrize("source", ["", " \n\t\r\n"])
    def test_an_empty_file_is_refused(self, source: str) -> None:
        with pytest.raises(InputError, match="the file is empty; nothing was checked"):
            parse(source, "a.txt")

    @pytest.mark.parametrize("source", ["<!-- a note -->", "---", "```\n```", "\u200b"])
    def test_so_is_markup_without_words(self, source: str) -> None:
        with pytest.raises(InputError, match="the file has no words; nothing was checked"):
            parse(source, "a.md")

    @pytest.mark.parametrize("name", ["a.txt", "a.md"])
    def test_half_a_character_is_refused(self, name: str) -> None:
        with pytest.raises(InputError, match="line 1, column 5: U\\+D83D is half a character"):
            parse("One \ud83d.", name)


class TestHeadline:
    @pytest.mark.parametrize(
        "first",
        [
            "Bridge to be mended before winter",
            "Council backs £46m budget by nine votes to five",
            "Mayor: “We have waited long enough”",
            "Will the bridge hold?",
            "Council Agrees to Mend Bridge.",
            "40 homes cut off; ferry to sail twice a day",
        ],
    )
    @pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
    def test_the_first_line_is_one(self, first: str, gap: str) -> None:
        assert text(f"{first}{gap}{BODY}") == [("headline", first), ("paragraph", BODY)]
        assert parse(f"{first}{gap}{BODY}", "a.txt").meta.title == first

    @pytest.mark.parametrize(
        "first",
        [
            "The fire killed 32 people.",
            "Police said on Monday that the road was closed.",
            "“We have waited long enough,” the mayor said.",
            "Three things are new:",
            "- A new bridge",
            "KYIV, May 23 (AP) — Trains ran again.",
            "Photo: the bridge in March",
            "By Kit Larkin",
        ],
    )
    def test_the_first_line_is_none(self, first: str) -> None:
        assert "headline" not in kinds(f"{first}\n{BODY}")

    def test_a_single_line_is_a_paragraph(self) -> None:
        assert kinds("Bridge to be mended before winter") == "paragraph"
        assert kinds("Bridge to be mended before winter", "a.md") == "paragraph"

    def test_a_line_that_stands_apart_may_end_in_a_full_stop_if_it_reads_like_one(self) -> None:
        assert kinds(f"Mayor wins vote on bridge.\n\n{BODY}") == "headline, paragraph"
        assert kinds(f"The mayor won a vote on bridges.\n\n{BODY}") == "paragraph, paragraph"

    def test_a_line_with_the_date_below_it_is_one(self) -> None:
        source = f"It was the bridge that nobody wanted.\n\nPublished: 2025-05-23\n\n{BODY}"
        assert kinds(source) == "headline, metadata, paragraph"

    def test_a_line_with_the_known_title_is_one(self) -> None:
        article = parse(f"The bridge was closed.\n{BODY}", "a.txt", meta=Metadata(title="The bridge  was closed."))
        assert article.blocks[0].kind is BlockKind.HEADLINE

    def test_a_rule_below_it_is_left_out(self) -> None:
        assert text(f"The bridge was closed.\n======\n{BODY}") == [
            ("headline", "The bridge was closed."),
            ("paragraph", BODY),
        ]


class TestHead:
    def test_everything_above_a_story(self) -> None:
        source = (
            "Bridge to be mended\n\nThe town has waited for six years, and the money is there.\n\n"
            f"By Kit Larkin and Ann van der Berg, local democracy reporters\nPublished: 23 May 2025\n\n"
            f"FENBRIDGE, England, May 23 (AP) — {BODY}\n\n{MORE}"
        )
        article = parse(source, "a.txt")

        assert kinds(source) == "headline, standfirst, byline, metadata, dateline, paragraph, paragraph"
        assert article[article.blocks[4].span] == "FENBRIDGE, England, May 23 (AP)"
        assert article[article.blocks[5].span] == BODY
        assert article.meta.published == date(2025, 5, 23)

    @pytest.mark.parametrize(
        ("lead", "place"),
        [
            ("KYIV, May 23 — {}", "KYIV, May 23"),
            ("LONDON (Reuters) - {}", "LONDON (Reuters)"),
            ("NEW YORK, June 1 - {}", "NEW YORK, June 1"),
            ("PALM BEACH, Fla.—{}", "PALM BEACH, Fla."),
            ("BEIRUT/DAMASCUS, 3 May 2024 (AFP) -- {}", "BEIRUT/DAMASCUS, 3 May 2024 (AFP)"),
            ("Berlin (dpa) – {}", "Berlin (dpa)"),
            ("(Reuters) - {}", "(Reuters)"),
            ("FENBRIDGE, Jan. 3, 2025 /PRNewswire/ -- {}", "FENBRIDGE, Jan. 3, 2025 /PRNewswire/"),
            ("NEW DELHI, May 3 (PTI): {}", "NEW DELHI, May 3 (PTI)"),
        ],
    )
    @pytest.mark.parametrize("name", ["a.txt", "a.md"])
    def test_datelines(self, lead: str, place: str, name: str) -> None:
        assert blocks(f"Bridge to be mended\n\n{lead.format(BODY)}\n", name) == [
            ("headline", "Bridge to be mended"),
            ("dateline", place),
            ("paragraph", BODY),
        ]

    @pytest.mark.parametrize(
        "lead",
        [
            "NATO — the alliance of 32 states — met on Monday in the town.",
            "BREAKING — Police have closed the bridge over the river.",
            "London – the capital – has 33 bridges over the river.",
            "SOLE: We have waited long enough, and so has the town.",
            "Ann Sole (Labour) — The mayor has waited long enough.",
        ],
    )
    def test_what_is_no_dateline(self, lead: str) -> None:
        assert kinds(f"Bridge to be mended\n\n{lead}") == "headline, paragraph"

    @pytest.mark.parametrize(
        "line",
        [
            "By Kit Larkin",
            "by Kit Larkin",
            "By KIT LARKIN | The Post",
            "BYLINE: Kit Larkin",
            "By Dr. K. B. Larkin in Leeds",
        ],
    )
    def test_bylines(self, line: str) -> None:
        assert kinds(f"Bridge to be mended\n{line}\n{BODY}") in (
            "headline, byline, paragraph",
            "headline, metadata, paragraph",
        )

    @pytest.mark.parametrize("line", ["By Monday the bridge was closed.", "By far the oldest of them is shut."])
    def test_what_is_no_byline(self, line: str) -> None:
        assert kinds(f"Bridge to be mended\n{line}\n{BODY}") == "headline, paragraph, paragraph"

    @pytest.mark.parametrize(
        "line",
        [
            "Published: 2025-05-23",
            "Date: 23 May 2025",
            "First published on Fri 23 May 2025 10.15 BST",
            "Published May 23, 2025 5:14 PM EDT",
            "Friday, May 23, 2025",
            "10:15 a.m. EST, Fri May 23, 2025",
            "Posted: 23/05/2025",
        ],
    )
    @pytest.mark.parametrize("name", ["a.txt", "a.md"])
    def test_publication_dates(self, line: str, name: str) -> None:
        article = parse(f"Bridge to be mended\n\n{line}\n\n{BODY}", name)

        assert article.blocks[1].kind is BlockKind.METADATA
        assert article.meta.published == date(2025, 5, 23)

    def test_other_statements(self) -> None:
        source = f"Bridge to be mended\nAuthor: Kit Larkin\nSection: Town\nUpdated: 2025-05-24\n{BODY}"
        meta = parse(source, "a.txt").meta

        assert (meta.authors, meta.section, meta.updated) == (("Kit Larkin",), "Town", date(2025, 5, 24))

    def test_a_statement_of_the_text_goes_before_what_is_known_from_outside(self) -> None:
        known = Metadata(published=date(2024, 1, 1), section="Town")
        meta = parse(f"Bridge to be mended\nPublished: 2025-05-23\n{BODY}", "a.txt", meta=known).meta

        assert (meta.published, meta.section) == (date(2025, 5, 23), "Town")

    @pytest.mark.parametrize(
        "line", ["Published in 2024, the book sold well.", "Date: the fruit of the palm", "14 May"]
    )
    def test_what_states_nothing(self, line: str) -> None:
        assert parse(f"Bridge to be mended\n{line}\n{BODY}", "a.txt").meta.published is None

    def test_a_date_without_a_day_is_metadata_that_tells_nothing(self) -> None:
        article = parse(f"Bridge to be mended\nPublished: 3 hours ago\n{BODY}", "a.txt")
        assert (article.blocks[1].kind, article.meta.published) == (BlockKind.METADATA, None)

    @pytest.mark.parametrize("name", ["a.txt", "a.md"])
    def test_an_impossible_date_is_refused_with_its_line(self, name: str) -> None:
        with pytest.raises(
            InputError, match=r"^line 3: published: '2025-13-45' is not a date; write it as 2025-05-23"
        ) as error:
            parse(f"Bridge to be mended\n\nPublished: 2025-13-45\n\n{BODY}", name)
        assert error.value.line == 3

    def test_a_statement_in_the_story_is_copy(self) -> None:
        source = f"Bridge to be mended\n{BODY}\n{MORE}\nPublished: 2025-05-23"
        assert kinds(source) == "headline, paragraph, paragraph, paragraph"

    def test_a_headline_with_a_second_one_behind_a_semicolon(self) -> None:
        source = f"Bridge to be mended;\nTown has waited for six years.\n\n{BODY}"
        assert kinds(source) == "headline, standfirst, paragraph"


class TestPlainText:
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_one_line_a_paragraph(self, end: str) -> None:
        source = end.join(["Bridge to be mended", BODY, "Background", MORE, "", MORE])
        assert kinds(source) == "headline, paragraph, heading, paragraph, paragraph"

    @pytest.mark.parametrize("gap", ["\n\n", "\n    "])
    def test_wrapped_lines_are_joined(self, gap: str) -> None:
        one = "The council met on Monday and agreed to mend the bridge\nbefore the winter, when the river is high."
        two = "Work will begin in June, said Ann Sole, the mayor, who\nhas asked for it since the flood of 2019."

        assert text(f"Bridge to be mended\n\n{one}{gap}{two}") == [
            ("headline", "Bridge to be mended"),
            ("paragraph", one.replace("\n", " ")),
            ("paragraph", two.replace("\n", " ")),
        ]

    def test_a_short_line_ends_a_wrapped_paragraph(self) -> None:
        source = (
            "Bridge to be mended before winter\n"
            "The council met on Monday and agreed to mend the bridge before the\n"
            "winter, when the river is high.\n"
            "Work will begin in June, said Ann Sole, the mayor, who has asked for\n"
            "it since the flood.\n"
        )
        assert [each for _, each in text(source)] == [
            "Bridge to be mended before winter",
            "The council met on Monday and agreed to mend the bridge before the winter, when the river is high.",
            "Work will begin in June, said Ann Sole, the mayor, who has asked for it since the flood.",
        ]

    def test_a_dash_or_a_number_that_wrapping_brings_to_the_front_is_no_bullet(self) -> None:
        source = (
            "The council met on Monday and agreed to mend the old bridge\n"
            "- which has been shut since the flood of 2019 - by a vote of\n"
            "14. nobody spoke against it, and the mayor thanked them all,\n"
            "they said, for a decision that the town has waited for."
        )
        assert kinds(source) == "paragraph"

    @pytest.mark.parametrize("mark", ["-", "*", "•", "–", "1.", "(2)", "b)"])
    def test_bullets(self, mark: str) -> None:
        assert text(f"{BODY}\n{mark} A new pier\n{mark} Two lamps\n{MORE}") == [
            ("paragraph", BODY),
            ("list item", "A new pier"),
            ("list item", "Two lamps"),
            ("paragraph", MORE),
        ]

    def test_an_initial_is_no_bullet(self) -> None:
        assert text("A. Sole met C. Larkin.") == [("paragraph", "A. Sole met C. Larkin.")]

    def test_bullets_go_on_where_they_are_indented_and_nest(self) -> None:
        article = parse(f"{BODY}\n- A new pier\n  of stone\n    - from Leeds\n- Two lamps\n", "a.txt")

        assert [(article[block.span], block.level) for block in article.blocks[1:]] == [
            ("A new pier of stone", 1),
            ("from Leeds", 2),
            ("Two lamps", 1),
        ]

    @pytest.mark.parametrize(
        ("line", "heading"),
        [
            ("Background & Context", True),
            ("What happens next?", True),
            ("## What it costs", True),
            ("WHAT IT COSTS.", True),
            ("2024 in figures", True),
            ("She declined to comment.", False),
            ("the river", False),
            ("Three things are new:", False),
            ("Related: Ferry to sail twice a day", False),
            ("Photo: the bridge in March", False),
            ('"We have waited long enough"', False),
        ],
    )
    def test_headings(self, line: str, heading: bool) -> None:
        assert kinds(f"{BODY}\n\n{line}\n\n{MORE}").split(", ")[1] == ("heading" if heading else "paragraph") or (
            line.startswith("Photo") and not heading
        )

    @pytest.mark.parametrize("rule", ["=====", "* * *", "---", "_____", "• • •"])
    def test_rules_are_left_out(self, rule: str) -> None:
        assert text(f"{BODY}\n\n{rule}\n\n{MORE}") == [("paragraph", BODY), ("paragraph", MORE)]

    @pytest.mark.parametrize("mark", ["###", "-30-", "..."])
    def test_end_marks_are_copy(self, mark: str) -> None:
        assert ("paragraph", mark) in text(f"{BODY}\n\n{mark}\n\n{MORE}")

    @pytest.mark.parametrize("name", ["Ann Sole", "— Ann Sole", "Ann van der Sole, mayor of Fenbridge"])
    def test_a_quotation_with_a_name_below_is_a_pull_quote(self, name: str) -> None:
        found = text(f"{BODY}\n\n“We have waited long enough.”\n{name}\n\n{MORE}")

        assert [kind for kind, _ in found] == ["paragraph", "pull quote", "pull quote", "paragraph"]

    def test_a_quotation_with_copy_below_is_none(self) -> None:
        assert kinds(f"{BODY}\n\n“We have waited long enough.”\n{MORE}") == "paragraph, paragraph, paragraph"

    @pytest.mark.parametrize(
        "line",
        [
            "Photo: the bridge in March",
            "FILE PHOTO: the bridge in March",
            "Image caption, The bridge in March",
            "The bridge in March (Ann Sole/AFP)",
            "Tom Orr/Getty Images",
        ],
    )
    @pytest.mark.parametrize("name", ["a.txt", "a.md"])
    def test_captions_and_credits(self, line: str, name: str) -> None:
        assert blocks(f"{BODY}\n\n{line}\n\n{MORE}", name)[1] == ("caption", line)

    def test_a_paragraph_about_pictures_is_copy(self) -> None:
        line = "Photographs of the bridge were sold to Getty Images."
        assert text(f"{BODY}\n\n{line}\n\n{MORE}")[1] == ("paragraph", line)

    def test_what_nobody_sees_is_left_out_and_odd_breaks_are_spaces(self) -> None:
        source = "The coun\u00adcil\u200b met\u2028on\x0bMonday.\ufeff\u2029It rose\u0085\fIt slept 👩\u200d🚒."
        assert [each for _, each in text(source)] == ["The council met on Monday.", "It rose", "It slept 👩\u200d🚒."]

    def test_corrections_are_copy_and_known(self) -> None:
        line = "Correction: An earlier version gave the cost as £5 million."
        article = parse(f"{BODY}\n\n{MORE}\n\n{line}", "a.txt")

        assert article.meta.corrections == (line,)
        assert (article.blocks[-1].kind, article.blocks[-1].role) == (BlockKind.PARAGRAPH, Role.TAIL)

    def test_bare_addresses_are_links(self) -> None:
        article = parse("See https://example.org/a?b=1&c=2. Or (http://example.com/d).", "a.txt")

        assert [url for _, url, _ in links(article)] == ["https://example.org/a?b=1&c=2", "http://example.com/d"]


class TestTimelines:
    def test_items_that_open_with_a_date_are_entries(self) -> None:
        source = f"{BODY}\n- 2019: The flood takes a pier\n- May 2025 – Council votes\n- A lamp\n- Ongoing: Work"
        assert kinds(source) == "paragraph, timeline entry, timeline entry, list item, timeline entry"

    def test_paragraphs_are_when_two_in_a_row_do(self) -> None:
        assert kinds(f"{BODY}\n2019: The flood.\n2025: The vote.\n{MORE}") == (
            "paragraph, timeline entry, timeline entry, paragraph"
        )
        assert (
            kinds(f"{BODY}\n2019: The flood takes a pier of the bridge.\n{MORE}") == "paragraph, paragraph, paragraph"
        )

    def test_markdown_may_set_the_date_in_bold(self) -> None:
        source = (
            f"{BODY}\n\n* **2019:** The flood\n* **May 23, 2025** – The vote\n\n**2026:** Work.\n\n**2027:** An end.\n"
        )
        assert kinds(source, "a.md") == "paragraph" + ", timeline entry" * 4


class TestRoles:
    def roles(self, source: str, name: str = "a.txt") -> list[str]:
        return [block.role.value for block in parse(source, name).blocks]

    def test_headings_tell_the_sections(self) -> None:
        source = (
            f"Bridge to be mended\n{BODY}\n{MORE}\nBackground & Context\n{MORE}\nKey Developments & Timeline\n"
            f"- 2019: The flood\n{MORE}\nReactions\n{MORE}\nWhat’s next\n{MORE}"
        )
        assert ", ".join(self.roles(source)) == (
            "headline, lead, body, background, background, timeline, timeline, timeline, body, body, "
            "conclusion, conclusion"
        )

    def test_sections_are_counted_by_headings(self) -> None:
        article = parse(f"Bridge to be mended\n{BODY}\nBackground\n{MORE}\nReactions\n{MORE}", "a.txt")
        assert [block.section for block in article.blocks] == [0, 0, 1, 1, 2, 2]

    def test_a_heading_below_a_heading_keeps_its_role(self) -> None:
        source = f"# A\n\n{BODY}\n\n## Background\n\n{MORE}\n\n### The flood\n\n{MORE}\n\n## Cost\n\n{MORE}\n"
        assert self.roles(source, "a.md") == (
            ["headline", "lead", "background", "background", "background", "background", "body", "body"]
        )

    @pytest.mark.parametrize(
        "line",
        [
            "Related: Ferry to sail twice a day",
            "Trailhand Lantern – Light your camp all night, order today.",
            "Sign up for our newsletter to get the news at noon.",
            "(Reporting by Kit Larkin; editing by Ann Sole)",
            "Storm Closes Harbour for Second Day Running",
            "About the author: Kit Larkin covers the town.",
        ],
    )
    def test_links_and_small_print_at_the_end_are_the_tail(self, line: str) -> None:
        source = f"Bridge to be mended\n{BODY}\n{MORE}\nConclusion\n{MORE}\n{line}\nRelated: A storm"
        assert self.roles(source) == ["headline", "lead", "body", "conclusion", "conclusion", "tail", "tail"]

    @pytest.mark.parametrize(
        "line",
        [
            "Ann Sole – who has three children – declined to comment.",
            "The bridge opens on 9 November to cars and 11 November to lorries",
            "“Enough,” she said.",
        ],
    )
    def test_copy_at_the_end_is_not(self, line: str) -> None:
        assert self.roles(f"Bridge to be mended\n{BODY}\n{MORE}\n{line}")[-1] == "body"

    def test_a_heading_over_links_with_most_of_the_story_below_is_none(self) -> None:
        assert "tail" not in self.roles(f"Bridge to be mended\n{BODY}\nSources\n" + f"{MORE}\n" * 5)

    def test_a_last_paragraph_may_say_that_it_concludes(self) -> None:
        source = f"Bridge to be mended\n{BODY}\n{MORE}\n{MORE}\nIn conclusion, the bridge will be mended."
        assert self.roles(source)[-1] == "conclusion"


class TestMarkdown:
    def test_inline_markup_is_left_out(self) -> None:
        source = "One *two* **three** ~~four~~ `five * 6` \\*7\\* <b>eight</b><!-- nine --> ten[^1] **el**even."
        assert markdown(f"{source}\n\n[^1]: Note.") == [
            ("paragraph", "One two three four five * 6 *7* eight ten eleven."),
            ("paragraph", "Note."),
        ]

    def test_character_references_stand_for_one_character(self) -> None:
        assert markdown("Marks &amp; Sons&#8217; profit: &pound;5m, up&nbsp;3&percnt; &unknown;&#10;.") == [
            ("paragraph", "Marks & Sons’ profit: £5m, up\xa03% &unknown; ."),
        ]

    @pytest.mark.parametrize("end", ["\n", "  \n", "\\\n", "\r\n", "\r", "<br>", " <br/>\n"])
    def test_line_breaks_are_one_space(self, end: str) -> None:
        assert markdown(f"The council met.{end}It rose.") == [("paragraph", "The council met. It rose.")]

    def test_headings(self) -> None:
        article = parse(f"# Bridge to *be* mended\n\n{BODY}\n\n## Cost ##\n\n### More {{#id}}\n\n{MORE}\n", "a.md")

        assert [(block.kind.value, article[block.span], block.level) for block in article.blocks] == [
            ("headline", "Bridge to be mended", 0),
            ("paragraph", BODY, 0),
            ("heading", "Cost", 2),
            ("heading", "More", 3),
            ("paragraph", MORE, 0),
        ]

    @pytest.mark.parametrize("first", ["# Bridge", "Bridge\n===", "Bridge\n---", "## Bridge"])
    def test_the_first_heading_is_the_headline(self, first: str) -> None:
        assert kinds(f"{first}\n\n{BODY}\n\n# Cost\n\n{MORE}\n", "a.md") == "headline, paragraph, heading, paragraph"
        assert parse(f"{first}\n\n{BODY}\n", "a.md").meta.title == "Bridge"

    def test_a_heading_in_the_story_is_none(self) -> None:
        assert kinds(f"{BODY}\n\n{MORE}\n\n# Cost\n\n{MORE}\n", "a.md") == "paragraph, paragraph, heading, paragraph"

    def test_a_first_line_like_one_is_when_there_is_no_heading(self) -> None:
        assert kinds(f"Bridge to be mended\n\n{BODY}\n", "a.md") == "headline, paragraph"

    def test_a_bold_line_may_be_a_heading(self) -> None:
        assert (
            kinds(f"# A\n\n{BODY}\n\n**What it costs**\n\n{MORE}\n", "a.md")
            == "headline, paragraph, heading, paragraph"
        )
        assert kinds(f"# A\n\n{BODY}\n\n**It costs a lot.**\n\n{MORE}\n", "a.md") == (
            "headline, paragraph, paragraph, paragraph"
        )

    def test_italics_below_the_headline_are_the_standfirst(self) -> None:
        assert kinds(f"# Bridge\n\n*The town has waited for **six** years.*\n\n{BODY}\n", "a.md") == (
            "headline, standfirst, paragraph"
        )
        assert kinds(f"# Bridge\n\n*The town* has waited.\n\n{BODY}\n", "a.md") == "headline, paragraph, paragraph"

    def test_lists(self) -> None:
        article = parse("- One\n  goes on\n  1. Two\n\n     Of two\n  2. > Three\n- [x] Four\n", "a.md")

        assert [(block.kind.value, article[block.span], block.level) for block in article.blocks] == [
            ("list item", "One goes on", 1),
            ("list item", "Two", 2),
            ("paragraph", "Of two", 0),
            ("blockquote", "Three", 0),
            ("list item", "Four", 1),
        ]

    def test_a_year_is_no_list_marker(self) -> None:
        assert markdown("2019. The flood.\n") == [("list item", "2019. The flood.")]
        assert markdown("3. The flood.\n") == [("list item", "The flood.")]

    def test_quotations(self) -> None:
        assert markdown("> One\n> two\n>\n> Three\n>> Four\n\n> - Five\n") == [
            ("blockquote", "One two"),
            ("blockquote", "Three"),
            ("blockquote", "Four"),
            ("list item", "Five"),
        ]

    def test_tables(self) -> None:
        article = parse("| Year | Cost |\n|---|--:|\n| 2024 | *£5m* |\n| 2025 | a \\| b |\n", "a.md")

        assert [(article[block.span], block.row) for block in article.blocks] == [
            ("Year", 0),
            ("Cost", 0),
            ("2024", 1),
            ("£5m", 1),
            ("2025", 2),
            ("a | b", 2),
        ]
        assert {block.kind for block in article.blocks} == {BlockKind.CELL}

    def test_code(self) -> None:
        assert markdown("```sql\nselect *\n  from a\n```\n\n    b = 1\n") == [
            ("code", "select *   from a"),
            ("code", "b = 1"),
        ]
        assert markdown("Use `` ` `` or ``a`b`` or ` c `.") == [("paragraph", "Use ` or a`b or c.")]

    def test_images_are_captions(self) -> None:
        source = (
            f'{BODY} ![The *old* pier](a.jpg "Ann Sole at the pier") It is shut.\n\n![](b.png) ![IMG_1.jpg](c.jpg)\n'
        )
        assert markdown(source) == [
            ("paragraph", f"{BODY} It is shut."),
            ("caption", "The old pier"),
            ("caption", "Ann Sole at the pier"),
        ]

    @pytest.mark.parametrize("gap", ["\n", "\n\n"])
    def test_italics_below_an_image_are_its_caption(self, gap: str) -> None:
        assert markdown(f"{BODY}\n\n![Pier](a.jpg){gap}*The pier in March*\n\n*He sighed.*\n")[1:] == [
            ("caption", "Pier"),
            ("caption", "The pier in March"),
            ("paragraph", "He sighed."),
        ]

    def test_links(self) -> None:
        source = (
            'The [*old* pier](http://example.org/a_(b) "t") and [the lamp][1], <http://example.org/c>, '
            "<ann@example.org>, http://example.org/d and [![Pier](a.jpg)](http://example.org/e) [none]().\n\n[1]: http://example.org/f\n"
        )
        assert links(parse(source, "a.md")) == [
            ("old pier", "http://example.org/a_(b)", ""),
            ("the lamp", "http://example.org/f", ""),
            ("http://example.org/c", "http://example.org/c", ""),
            ("ann@example.org", "mailto:ann@example.org", ""),
            ("http://example.org/d", "http://example.org/d", ""),
        ]

    def test_a_picture_may_be_a_link(self) -> None:
        assert links(parse("[![Pier](a.jpg)](http://example.org/e)\n", "a.md")) == [
            ("Pier", "http://example.org/e", "")
        ]

    def test_links_in_raw_html_keep_their_relation(self) -> None:
        inline = 'Buy <a rel="sponsored" href="http://example.org/?a=1&amp;b=2">a lamp</a> now.'
        assert links(parse(inline, "a.md")) == [("a lamp", "http://example.org/?a=1&b=2", "sponsored")]
        block = "<p>Buy <a href=http://example.org/c>a <b>lamp</b></a> now.</p>"
        assert links(parse(block, "a.md")) == [("a lamp", "http://example.org/c", "")]

    def test_the_words_of_raw_html_are_kept(self) -> None:
        source = (
            "<figure><img src=a.jpg>\n<figcaption>Ann &amp; Tom</figcaption></figure>\n\n"
            "<!-- not\nthis --><style>nor {this}</style>\n\n<div>\n<p>One<br>two.</p><ul><li>Three</ul></div>\n"
        )
        assert markdown(source) == [("caption", "Ann & Tom"), ("paragraph", "One two."), ("list item", "Three")]

    def test_words_and_markup_of_head_lines_without_a_blank_line(self) -> None:
        source = f"# Bridge\n**By Kit Larkin**\nPublished: 2025-05-23\n\n{BODY}\n"
        assert kinds(source, "a.md") == "headline, byline, metadata, paragraph"


class TestFrontMatter:
    def test_yaml(self) -> None:
        source = (
            "---\nTitle: 'Bridge: it’s to be mended'\nstandfirst: >-\n  The town has\n  waited.\n# a note\n"
            "published: 2025-05-23 10:00:00\nupdated: May 24, 2025\nauthors:\n  - Kit Larkin\n  - name: Ann Sole\n"
            "section: Town\nsponsored: yes\ncorrections: [{date: 2025-05-24, text: It costs £5m.}]\n"
            "tags: {a: [b]}\nx: ~\n"
            f"---\n{BODY}\n"
        )
        article = parse(source, "a.md")

        assert markdown(source) == [
            ("headline", "Bridge: it’s to be mended"),
            ("standfirst", "The town has waited."),
            ("paragraph", BODY),
        ]
        assert article.meta == Metadata(
            title="Bridge: it’s to be mended",
            published=date(2025, 5, 23),
            updated=date(2025, 5, 24),
            authors=("Kit Larkin", "Ann Sole"),
            section="Town",
            sponsored=True,
            corrections=("It costs £5m.",),
        )

    @pytest.mark.parametrize("key", ["date", "publishDate", "published_at", "date-published", "pubdate"])
    def test_names_of_the_publication_date(self, key: str) -> None:
        assert parse(f"---\n{key}: 2025-05-23T10:00:00Z\n---\n{BODY}\n", "a.md").meta.published == date(2025, 5, 23)

    def test_toml(self) -> None:
        matter = 'title = "Bridge to be mended"\ndate = 2025-05-23\nauthors = ["Kit Larkin"]\n[more]\ntitle = "x"'
        source = f"+++\n{matter}\n+++\n{BODY}\n"
        article = parse(source, "a.md")

        assert (article.meta.published, article.meta.authors) == (date(2025, 5, 23), ("Kit Larkin",))
        assert article.locate(article.blocks[0].span).start == source.index("Bridge")
        assert kinds(source, "a.md") == "headline, paragraph"

    @pytest.mark.parametrize("title", ["Bridge 😀", '"Bridge 😀"', "'Bridge 😀'", "|\n  Bridge 😀"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_blocks_stand_at_their_value(self, title: str, end: str) -> None:
        source = f"\ufeff---\nkey: é\ntitle: {title}\n---\n\n{BODY}\n".replace("\n", end)
        article = parse(source, "a.md")

        assert article.locate(article.blocks[0].span).start == source.index("Bridge 😀")
        assert article.verbatim(article.blocks[0].span)
        assert article.locate(article.blocks[1].span).start == source.index(BODY)

    def test_an_escaped_title_stands_for_the_whole_value(self) -> None:
        article = parse(f'---\ntitle: "The \\u201Cbridge\\u201D"\n---\n{BODY}\n', "a.md")
        place = article.locate(article.blocks[0].span)

        assert article[article.blocks[0].span] == "The “bridge”"
        assert article.source[place.start : place.end] == '"The \\u201Cbridge\\u201D"'

    def test_a_first_heading_with_the_words_of_the_title_is_a_headline_too(self) -> None:
        assert (
            kinds(f"---\ntitle: The bridge\n---\n# The *bridge*\n\n{BODY}\n", "a.md") == "headline, headline, paragraph"
        )
        assert kinds(f"---\ntitle: The bridge\n---\n## Cost\n\n{BODY}\n", "a.md") == "headline, heading, paragraph"
        assert kinds(f"---\ntitle: The bridge\n---\n# Cost\n\n{BODY}\n\n# Time\n\n{MORE}\n", "a.md") == (
            "headline, heading, paragraph, heading, paragraph"
        )

    def test_it_may_stand_above_plain_text(self) -> None:
        matter = "---\ntitle: The bridge\ndate: 2025-05-23\nchecker: {ignore: [Q102]}\n---\n"
        article = parse(f"{matter}{BODY}\n", "a.txt")

        assert blocks(f"{matter}{BODY}\n", "a.txt") == [("headline", "The bridge"), ("paragraph", BODY)]
        assert (article.meta.published, article.meta.ignored) == (date(2025, 5, 23), ("Q102",))
        assert article.locate(article.blocks[0].span).start == matter.index("The bridge")
        assert article.locate(article.blocks[1].span).start == len(matter)
        assert kinds(f"{matter}\r\nThe bridge\r\n\r\n{BODY}\r\n") == "headline, headline, paragraph"
        assert kinds(f"---\ndate: 2025-05-23\n---\nBridge to be mended\n\n{BODY}\n") == "headline, paragraph"

    @pytest.mark.parametrize("line", ["LONDON: it rained", "title: [", "Two things: rain and sun"])
    def test_what_means_nothing_to_us_is_plain_text(self, line: str) -> None:
        assert line in parse(f"---\n{line}\n---\n{BODY}\n", "a.txt").text

    @pytest.mark.parametrize("source", ["---\n\nOne.\n", "---\nOne.\n\n---\nTwo.\n", "+++\nOne.\n", "---\n# One\n"])
    def test_a_line_across_the_page_is_none(self, source: str) -> None:
        assert "One" in parse(source, "a.md").text

    @pytest.mark.parametrize(
        ("matter", "line", "said"),
        [
            (
                "---\ntitle: Bridge: closed\n---\n",
                2,
                "title: front matter that cannot be read: mapping values are not allowed",
            ),
            (
                "---\ntitle: Bridge\ndate: 2025-02-30\n---\n",
                3,
                "date: '2025-02-30' is not a date; write it as 2025-05-23",
            ),
            (
                "---\ntitle: Bridge\npublished: soon\n---\n",
                3,
                "published: 'soon' is not a date; write it as 2025-05-23",
            ),
            ("---\ntitle: Bridge\nsponsored: maybe\n---\n", 3, "sponsored: 'maybe' is neither true nor false"),
            (
                "---\ntitle: 'Bridge\n---\n",
                2,
                "found unexpected end of stream; put a value with a colon or a quotation",
            ),
            ("---\ntitle: Bridge\x07\n---\n", 2, "title: front matter that cannot be read"),
            ("---\na: *b\n---\n", 2, "found undefined alias"),
            ("---\ntitle: Bridge\n\nText.\n", 1, "the front matter is not closed; end it with a line ---"),
            ("---\ntitle: Bridge\n" + "x: y\n" * 20_000 + "---\n", 1, "no --- ends the front matter within 64,000"),
            (
                "---\ntitle: B\na: " + "[" * 30_000 + "\n---\n",
                3,
                "a: front matter that cannot be read: nested too deeply",
            ),
            ("---\ntitle: B\na:\n  " + "- " * 30_000 + "\n---\n", 4, "nested too deeply; flatten it"),
            (
                "+++\ntitle = Bridge\n+++\n",
                2,
                "title: front matter that cannot be read: Invalid value; put a value that is",
            ),
            ("+++\na = " + "[" * 30_000 + "\n+++\n", 2, "nested too deeply; flatten it"),
            ("+++\ntitle = 'Bridge'\ndate = '30/2/2025'\n+++\n", 3, "date: '30/2/2025' is not a date; write it as"),
        ],
    )
    def test_what_is_malformed_is_refused_with_line_key_and_remedy(self, matter: str, line: int, said: str) -> None:
        with pytest.raises(InputError) as caught:
            parse(f"{matter}\n{BODY}\n", "a.md")

        assert str(caught.value).startswith(f"line {line}: ")
        assert said in str(caught.value)
        assert caught.value.line == line

    def test_aliases_cannot_blow_it_up(self) -> None:
        rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        rows += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 12)]
        source = "\n".join(["---", *rows, "authors: *a11", "---", BODY])

        assert len(parse(source, "a.md").meta.authors) == 9


WORDS = "the council met and the council agreed, and then "


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.md", ">" * 100_000 + " a"),
        ("a.md", "> " * 50_000 + "a"),
        ("a.md", "*" * 100_000 + "a"),
        ("a.md", "**a " * 50_000),
        ("a.md", "*a **" * 20_000 + "x" + "** b*" * 20_000),
        ("a.md", "- " * 50_000 + "a"),
        ("a.md", "[" * 100_000 + "a"),
        ("a.md", "![a](b" * 30_000),
        ("a.md", "a <!-- " * 50_000),
        ("a.md", "a\n\n" + "<script>" * 50_000),
        ("a.md", "<div>" * 50_000 + "a"),
        ("a.md", "a <a href='" * 30_000),
        ("a.md", "a\n" * 100_000),
        ("a.md", "---\n" + "#" * 60_000 + "\n"),
        ("a.md", "---\n" + "# \n" * 20_000 + "a"),
        ("a.md", "a `" * 50_000),
        ("a.md", WORDS * 20_000),
        ("a.txt", WORDS * 20_000),
        ("a.txt", "Published: x" + " " * 500_000 + "y\n\n" + BODY),
        ("a.txt", "By " + "A " * 300_000 + "\n\n" + BODY),
        ("a.txt", '"' * 500_000 + "\nAnn Sole\n"),
        ("a.txt", '"Enough"\nAnn' + " Sole" * 100_000),
        ("a.txt", "KYIV" + " -" * 300_000),
        ("a.txt", "Ab cd\n" * 50_000),
        ("a.txt", "http://" * 100_000),
        ("a.txt", "a\u00ad" * 100_000),
        ("a.txt", "- a\n" * 50_000),
        ("a.txt", "May 1 " * 100_000),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_hostile_input_takes_bounded_time(name: str, source: str) -> None:
    begun = time.process_time()
    article = parse(source, name)

    assert article.blocks
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_twenty_megabytes_are_parsed(name: str) -> None:
    article = parse((WORDS * 20 + "\n\n") * 20_000, name)

    assert len(article.blocks) == 20_000
