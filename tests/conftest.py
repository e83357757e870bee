"""What several tests share: the fixture articles and a way to run the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"


@pytest.fixture(scope="session", autouse=True)
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKER_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command line in this process, as in `run("check", "a.txt")`; exceptions are not caught."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def invoke(*arguments: str | Path, **extra: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False, **extra)

    return invoke


@pytest.fixture
def articles() -> Path:
    return ARTICLES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with an empty configuration, so that none from above is found."""
    (tmp_path / ".checker.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path
