"""Write the derived data files anew, into the folder above or the one that is named."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from checker.data import build


def main(arguments: list[str]) -> None:
    """Run the `build` of every module of this package."""
    folder = Path(arguments[0]) if arguments else Path(build.__path__[0]).parent
    folder.mkdir(parents=True, exist_ok=True)
    for module in iter_modules(build.__path__):
        if not module.name.startswith("_"):
            import_module(f"checker.data.build.{module.name}").build(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
