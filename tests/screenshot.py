"""Takes the picture of the README again: `python tests/screenshot.py`.

It needs Chromium and chromedriver, and looks as it should where Inter and Noto Serif are installed
(Debian: fonts-inter, fonts-noto-core).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from browser import browser, show

ROOT = Path(__file__).parent.parent
ARTICLE = "fixtures/articles/faulty/council-budget.txt"
PICTURE = ROOT / "fixtures" / "reports" / "html.png"
_LARGEST = 250_000  # bytes
_LOOKED_AT = "6"  # the finding with a place in another paragraph


def main() -> None:
    """Write the picture of the report on one article, a finding looked at."""
    sys.path.insert(0, str(ROOT))
    from checker.config import Config
    from checker.engine import check_input
    from checker.inputs import Input
    from checker.report import Report
    from checker.reporters import reporter

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        with page.open("w", encoding="utf-8") as out:
            reporter("html")(Report([check_input(Input(ARTICLE, ROOT / ARTICLE), Config())]), out)
        driver = browser()
        show(driver, page, (1280, 960), prefers_color_scheme="light", prefers_reduced_motion="reduce")
        driver.find_element("css selector", f".story .ref[data-f='{_LOOKED_AT}']").click()
        driver.execute_script("document.activeElement.blur(); scrollTo(0, 0)")
        driver.save_screenshot(str(PICTURE))
    assert PICTURE.stat().st_size < _LARGEST


if __name__ == "__main__":
    main()
