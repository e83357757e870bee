"""What each format costs: `python tests/bench_formats.py [ARTICLES]`, by default 200 articles with 3,000 findings.

For each format: seconds and size of the report, and the peak memory of the process with a quarter of the articles and
with all of them. A format that is written as it comes has the same peak in both.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from many import FINDINGS, write_articles

from checker.reporters import FORMATS

_RUN = """\
import resource, sys
from checker.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def peak(folder: Path, form: str, report: Path) -> float:
    """The most megabytes that a run held."""
    command = [sys.executable, "-c", _RUN, "check", str(folder), "--select", "D101,F101,G202", "--no-cache"]
    done = subprocess.run([*command, "--format", form, "--output", str(report)], capture_output=True, text=True)
    return int(done.stderr.splitlines()[-1]) / 1024


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        few, many, report = Path(place, "few"), Path(place, "many"), Path(place, "report")
        for folder, number in ((few, count // 4), (many, count)):
            folder.mkdir()
            write_articles(folder, number)
        print(f"{count} articles, {count * FINDINGS:,} findings")
        print(f"  {'format':<10} {'seconds':>7} {'report':>10} {'peak, a quarter':>16} {'peak, all':>10}")
        for form in FORMATS:
            least = peak(few, form, report)
            start = time.perf_counter()
            most = peak(many, form, report)
            spent, size = time.perf_counter() - start, report.stat().st_size
            print(f"  {form:<10} {spent:>7.1f} {size / 1e6:>7.2f} MB {least:>13.1f} MB {most:>7.1f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
