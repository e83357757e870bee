"""The report in a real browser: it loads nothing and serves mouse, keyboard, thumb, paper and those without script."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from browser import PHONE, browser, requested, show
from click.testing import Result as Run

ROOT = Path(__file__).parent.parent
FAULTY = "fixtures/articles/faulty"


@pytest.fixture
def chromium() -> Any:
    return browser()


@pytest.fixture
def report(run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Write the report on some inputs of the project and give its path."""
    monkeypatch.chdir(ROOT)

    def written(*inputs: str, **text: str) -> Path:
        for name, content in text.items():
            (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
        named = [*inputs, *(str(tmp_path / f"{name}.txt") for name in text)]
        run("check", *named, "--format", "html", "--output", tmp_path / "report.html")
        return tmp_path / "report.html"

    return written


@pytest.fixture
def corridor(report: Callable[..., Path]) -> Path:
    return report(f"{FAULTY}/grain-corridor.txt")


def faults_of(driver: Any) -> list[str]:
    return [entry["message"] for entry in driver.get_log("browser")]


def texts(driver: Any, selector: str) -> list[str]:
    """The texts of the elements that can be seen."""
    script = (
        "return [...document.querySelectorAll(arguments[0])]"
        ".filter((one) => one.checkVisibility()).map((one) => one.textContent)"
    )
    found: list[str] = driver.execute_script(script, selector)
    return found


def tops(driver: Any, *selectors: str) -> list[float]:
    """Where the first element of each selector begins."""
    script = "return arguments[0].map((one) => document.querySelector(one).getBoundingClientRect().top)"
    found: list[float] = driver.execute_script(script, selectors)
    return found


def press(driver: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(driver).send_keys(*keys).perform()


def hover(driver: Any, selector: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    element = driver.find_element("css selector", selector)
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    ActionChains(driver).move_to_element(element).perform()


def click(driver: Any, selector: str) -> None:
    element = driver.find_element("css selector", selector)
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


class TestQuiet:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_no_error_and_nothing_asked_for(self, chromium: Any, corridor: Path, scheme: str) -> None:
        show(chromium, corridor, prefers_color_scheme=scheme)
        press(chromium, "j", "j", "k")

        assert faults_of(chromium) == []
        assert [url for url in requested(chromium) if not url.startswith("data:")] == []

    def test_text_that_tries_to_be_markup_does_nothing(self, chromium: Any, report: Callable[..., Path]) -> None:
        text = (
            "The fair <img src=x onerror=document.title='owned'> <script>document.title='owned'</script>\n\nIt opens.\n"
        )
        show(chromium, report(hostile=text))

        assert "owned" not in chromium.title.removeprefix(text.partition("\n")[0])
        assert faults_of(chromium) == []

    def test_the_policy_holds_against_what_a_page_would_load(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)
        chromium.execute_script("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/x.png'}))")

        assert any("Content Security Policy" in fault for fault in faults_of(chromium))


class TestFindings:
    def test_hovering_a_mark_joins_both_places_and_the_card(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)

        hover(chromium, "mark[data-f='2']:not(.other)")

        assert texts(chromium, "mark.on") == ["24", "24", "42"]
        assert len(texts(chromium, ".card.on")) == 1
        join = chromium.find_element("css selector", ".join")
        assert join.get_attribute("data-places") == "3"
        assert join.find_element("css selector", "path").get_attribute("d").count("M") >= 3
        assert len(join.find_elements("css selector", "circle")) == 3

    def test_focus_joins_them_too(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)

        chromium.execute_script("document.querySelector('.story .ref[data-f=\"3\"]').focus()")

        assert texts(chromium, "mark.on") == ["Dragan", "Dragen"]

    def test_no_card_covers_another_and_the_one_looked_at_is_at_its_mark(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor, prefers_reduced_motion="reduce")
        press(chromium, *"jjjjjj")
        boxes = chromium.execute_script(
            "return [...document.querySelectorAll('.card, .echo')].map(one => one.getBoundingClientRect())"
            ".sort((a, b) => a.top - b.top).map(box => [box.top, box.bottom])"
        )

        assert all(above[1] <= below[0] for above, below in pairwise(boxes))
        card, mark = tops(chromium, ".card.on", "mark.on:not(.other)")
        assert abs(card - mark) < 20

    def test_keys_step_through_the_findings(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)

        press(chromium, "j", "n")
        assert texts(chromium, "mark.on:not(.other)") == ["42"]
        assert texts(chromium, ".stepper output") == ["2 of 7"]
        press(chromium, "k")
        assert texts(chromium, "mark.on:not(.other)") == ["April 16, 2025"]
        assert chromium.switch_to.active_element.get_attribute("id") == "a1f1"
        press(chromium, "p")
        assert texts(chromium, ".stepper output") == ["7 of 7"]
        press(chromium, "\ue00c")  # Escape
        assert texts(chromium, ".on") == []

    def test_keys_can_be_switched_off(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)

        click(chromium, "[data-keys]")
        press(chromium, "j")

        assert texts(chromium, ".on") == []

    def test_filters_show_only_what_is_pressed(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)

        click(chromium, "[data-family='figures']")
        assert len(texts(chromium, ".card")) == 1
        assert texts(chromium, ".stepper output") == ["1 of 7 shown"]
        assert len(texts(chromium, ".story .ref")) == 3
        click(chromium, "[data-family='names']")
        assert len(texts(chromium, ".card")) == 2
        pressed = "return [...document.querySelectorAll('.filter[aria-pressed=true]')].length"
        assert chromium.execute_script(pressed) == 2
        click(chromium, "[data-clear]")
        assert len(texts(chromium, ".card")) == 7
        assert chromium.execute_script(pressed) == 0
        assert "7 of 7 findings" in chromium.find_element("id", "said").get_attribute("textContent")

    def test_what_is_ticked_off_stays_so_in_the_next_report(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)
        chromium.execute_script("localStorage.clear()")

        press(chromium, "j", "x")
        assert texts(chromium, "mark.done:not(.other)") == ["April 16, 2025"]
        assert texts(chromium, ".stepper output") == ["1 of 7, 1 done"]
        show(chromium, corridor)
        assert texts(chromium, "mark.done:not(.other)") == ["April 16, 2025"]
        click(chromium, "#a1f1 .tick input")
        assert texts(chromium, "mark.done") == []
        show(chromium, corridor)
        assert texts(chromium, ".stepper output") == ["7 findings"]

    def test_everything_is_reached_with_the_tab_key(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)
        reached: set[str] = set()
        for _ in range(60):
            press(chromium, "\ue004")
            at = chromium.switch_to.active_element
            reached |= {at.tag_name, *(at.get_attribute("class") or "").split()}

        assert {"a", "button", "filter", "keys", "ref", "other"} <= reached

    def test_places_of_the_ledger_lead_into_the_text(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)

        click(chromium, ".timeline li:nth-child(3) .places a")

        assert texts(chromium, ":target") == ["March 28, 2025"]
        (top,) = tops(chromium, ":target")
        assert 40 < top < chromium.execute_script("return innerHeight") - 40


class TestEverywhere:
    @pytest.mark.parametrize("name", ["grain-corridor.txt", "council-budget.txt"])
    def test_a_phone_has_no_sideways_scrolling(self, chromium: Any, report: Callable[..., Path], name: str) -> None:
        show(chromium, report(f"{FAULTY}/{name}"), PHONE)

        assert chromium.execute_script("return document.documentElement.scrollWidth") <= PHONE[0]

    def test_nor_has_an_archive_on_a_phone(self, chromium: Any, report: Callable[..., Path]) -> None:
        show(chromium, report(FAULTY, f"{'a' * 90}.txt"), PHONE)

        assert chromium.execute_script("return document.documentElement.scrollWidth") <= PHONE[0]
        click(chromium, ".articles a[href='#a2']")
        assert chromium.execute_script("return document.documentElement.scrollWidth") <= PHONE[0]

    def test_on_a_phone_a_card_stands_below_its_paragraph(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor, PHONE)

        places = tops(chromium, "#a1b14", "#a1f2", "#a1b15")
        assert places == sorted(places)
        click(chromium, ".stepper [data-step='1']")
        assert texts(chromium, "mark.on:not(.other)") == ["April 16, 2025"]

    def test_without_script_all_is_there(self, chromium: Any, corridor: Path) -> None:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            show(chromium, corridor)
            cards = chromium.find_elements("css selector", ".card .message")

            assert len([card for card in cards if card.is_displayed()]) == 7
            assert not chromium.find_element("css selector", ".tools").is_displayed()
        finally:
            chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    def test_it_prints_cards_below_their_paragraphs_and_no_tools(self, chromium: Any, corridor: Path) -> None:
        show(chromium, corridor)
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})

        shown = chromium.execute_script(
            "const style = (one) => getComputedStyle(document.querySelector(one));"
            "return [style('.card').position, style('.tools').display, style('.card li q').display]"
        )
        assert shown == ["static", "none", "block"]

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_words_stand_out_from_their_ground(self, chromium: Any, corridor: Path, scheme: str) -> None:
        """WCAG 2.2 asks for 4.5 to 1."""
        show(chromium, corridor, prefers_color_scheme=scheme)

        words = "body, .basis, .about, .faint, .kind b, .where, .card a, .filter, .places a, thead th, .ref:not(.other)"
        assert min(chromium.execute_script(CONTRAST, words)) >= 4.5


CONTRAST = r"""
const linear = (x) => (x <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
const light = (colour) => {
  const [r, g, b] = colour.match(/[\d.]+/g).map((x) => linear(x / 255));
  return .2126 * r + .7152 * g + .0722 * b;
};
const ground = (one) => {
  const own = getComputedStyle(one).backgroundColor;
  return own === "rgba(0, 0, 0, 0)" && one.parentElement ? ground(one.parentElement) : own;
};
return [...document.querySelectorAll(arguments[0])].map((one) => {
  const [high, low] = [light(getComputedStyle(one).color), light(ground(one))].sort((a, b) => b - a);
  return (high + .05) / (low + .05);
});
"""


class TestArchive:
    @pytest.fixture
    def archive(self, chromium: Any, report: Callable[..., Path]) -> Any:
        show(chromium, report(FAULTY, "fixtures/articles/clean", "nowhere.txt"))
        return chromium

    def test_the_index_comes_first_and_leads_to_an_article_and_back(self, archive: Any) -> None:
        assert texts(archive, "main > section.article") == []
        click(archive, ".articles a[href='#a2']")
        assert len(archive.find_elements("css selector", ".article.current")) == 1
        assert archive.title == "Sarovia and Midland Reopen Grain Corridor After 16 Months"
        press(archive, "j")
        assert texts(archive, "mark.on:not(.other)") == ["April 16, 2025"]
        archive.back()
        assert len(texts(archive, ".index")) == 1
        assert faults_of(archive) == []

    def test_columns_sort(self, archive: Any) -> None:
        click(archive, ".articles thead th:nth-child(2) button")

        errors = [int(text) for text in texts(archive, ".articles tbody td:nth-child(2)")]
        assert errors == sorted(errors, reverse=True)
        assert errors[0] > 0
        assert archive.find_element("css selector", "th[aria-sort]").get_attribute("aria-sort") == "descending"

    def test_articles_are_found_by_level_and_by_words(self, archive: Any) -> None:
        all_rows = len(texts(archive, ".articles tbody tr"))
        click(archive, ".index .filter.error")
        assert 0 < len(texts(archive, ".articles tbody tr")) < all_rows
        click(archive, ".index .filter.error")
        archive.find_element("css selector", ".search input").send_keys("jailed")
        assert len(texts(archive, ".articles tbody tr")) == 1
        assert texts(archive, ".index output") == [f"1 of {all_rows} shown"]

    def test_what_could_not_be_read_is_in_the_index(self, archive: Any) -> None:
        assert texts(archive, ".articles .problem") == ["no such file or folder"]
