"""Where a user's machine has room for what we keep."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The folder for what can be made anew, as the system has it; raises RuntimeError for a user without a home."""
    named = os.environ.get("XDG_CACHE_HOME")
    if named:
        return Path(named) / "checker"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "checker" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "checker"
    return Path.home() / ".cache" / "checker"
