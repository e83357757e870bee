"""A real Chromium without a window for the tests that need one: started once, for all of them."""

from __future__ import annotations

import atexit
import json
import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

WIDE, PHONE = (1280, 900), (390, 844)


def browser() -> Any:
    """The driver of Chromium; without one the test is skipped, or fails where all are required."""
    driver, reason = _start()
    if driver is None and os.environ.get("CHECKER_REQUIRE_ALL"):
        pytest.fail(f"no browser: {reason}")
    if driver is None:
        pytest.skip(f"no browser: {reason}")
    return driver


@cache
def _start() -> tuple[Any, str]:
    try:
        from selenium import webdriver
    except ImportError:
        return None, "selenium is not installed"
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        return None, "Chromium and chromedriver are not installed"
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    atexit.register(found.quit)
    return found, ""


def show(driver: Any, page: Path, size: tuple[int, int] = WIDE, **media: str) -> None:
    """Open a page in a window of a size; `media` are features such as `prefers_color_scheme="dark"`."""
    width, height = size
    features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
    driver.get_log("browser"), driver.get_log("performance")  # those of the page before
    driver.get("about:blank")
    driver.get(page.as_uri())


def requested(driver: Any) -> list[str]:
    """The addresses that the page that is open asked for, its own left out."""
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return [url for url in asked if url != driver.current_url.partition("#")[0] and url != "about:blank"]
