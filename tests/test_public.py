"""The promise: what `import checker` gives."""

from __future__ import annotations

import subprocess
import sys

import checker


def test_everything_promised_is_there() -> None:
    for name in checker.__all__:
        assert getattr(checker, name) is not None


def test_checking_a_text_is_one_call() -> None:
    result = checker.check_text("The fair opens on Tuesday, March 4, 2026.")

    assert [finding.code for finding in result.findings] == ["D101"]


def test_importing_costs_nothing() -> None:
    script = "import sys, checker; print([name for name in sys.modules if name.startswith('checker.')])"

    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == (
        "['checker.version']"
    )
