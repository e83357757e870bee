"""What a server of our own needs: a Java that can run it, and the folder LanguageTool is in."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import which

from checker.errors import NotRun
from checker.folders import cache_folder
from checker.grammar_settings import Grammar

JAVA = 17  # the oldest that LanguageTool 6.6 and newer run on
CLIENT_MISSING = "language-tool-python is not installed; pip install 'checker[grammar]'"
FOLDER_VARIABLE = "CHECKER_LANGUAGETOOL"
_SERVER_JAR = "languagetool-server.jar"  # of a download; Maven's has its version in its name
_NEEDED = ("languagetool-server*.jar", "languagetool-core*.jar", "language-en*.jar")
_VERSION = re.compile(r'version "(?:1\.)?(\d+)')


def client_version() -> str:
    """The version of language-tool-python; raises NotRun without it."""
    try:
        return version("language-tool-python")
    except PackageNotFoundError:
        raise NotRun(CLIENT_MISSING) from None


@dataclass(frozen=True, slots=True)
class Java:
    """A Java on this machine."""

    path: str
    version: int


def java() -> Java:
    """The Java of JAVA_HOME or the PATH; raises NotRun when there is none, or an old one."""
    home = os.environ.get("JAVA_HOME")
    path = which("java", path=str(Path(home, "bin"))) if home else None
    path = path or which("java")
    remedy = f"install Java {JAVA} or newer, or name a running LanguageTool as server in [tool.checker.grammar]"
    if path is None:
        raise NotRun(f"no Java was found; {remedy}")
    version = _version(path)
    if version is None:
        raise NotRun(f"{path} does not say its version; {remedy}")
    if version < JAVA:
        raise NotRun(f"{path} is Java {version}; {remedy}")
    return Java(path, version)


def _version(path: str) -> int | None:
    try:
        said = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = _VERSION.search(said.stderr + said.stdout)
    return int(match[1]) if match else None


def languagetool(settings: Grammar) -> Path:
    """The folder that LanguageTool is started from; raises NotRun when there is none.

    The one that the configuration or the environment names is used or refused; others are looked for.
    """
    for named, where in ((settings.jars, "jars"), (os.environ.get(FOLDER_VARIABLE), FOLDER_VARIABLE)):
        if named:
            folder = Path(named).expanduser()
            if not is_languagetool(folder):
                raise NotRun(f"{where}: {folder} does not hold LanguageTool; name the folder of its jars")
            return folder
    for folder in places():
        if is_languagetool(folder):
            return folder
    raise NotRun("LanguageTool was not found; run `checker grammar install`")


def places() -> list[Path]:
    """The folders where LanguageTool may be: our own and those that language-tool-python downloads to."""
    own = own_folder()
    return [own, linked(own), *sorted(downloads().glob("LanguageTool-*"), key=_by_version, reverse=True)]


def own_folder() -> Path:
    """Where jars put there by hand are looked for."""
    return cache_folder() / "languagetool"


def linked(own: Path) -> Path:
    """The folder that `checker grammar install --jars` was given."""
    try:
        return Path(own.with_suffix(".txt").read_text(encoding="utf-8").strip() or own)
    except OSError:
        return own


def link(folder: Path) -> Path:
    """Use the LanguageTool in `folder` from now on; raises NotRun when there is none in it."""
    if not is_languagetool(folder):
        raise NotRun(f"{folder} does not hold LanguageTool: it needs {', '.join(_NEEDED)}, or {_SERVER_JAR}")
    note = own_folder().with_suffix(".txt")
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(f"{folder.resolve()}\n", encoding="utf-8")
    except OSError as error:
        raise NotRun(f"{note} cannot be written: {error.strerror}; name the folder as jars instead") from None
    return folder


def download() -> Path:
    """The folder of a LanguageTool that language-tool-python has downloaded, now or before; raises NotRun without one.

    It checks the archive against the checksum that it was released with.
    """
    java()  # lest 250 MB are loaded for nothing
    try:
        from language_tool_python.download_lt import LocalLanguageTool
    except ImportError:
        raise NotRun(CLIENT_MISSING) from None
    tool = LocalLanguageTool.from_version_name()
    try:
        tool.download()
        return Path(tool.get_directory_path())
    except Exception as error:  # the library's own, the network's, the disk's and the archive's
        problem = f"{type(error).__name__}: {error}"[:300]
        raise NotRun(f"LanguageTool {tool.version_name} was not loaded from {tool.download_url}: {problem}") from None


def downloads() -> Path:
    """Where language-tool-python downloads to; asking itself would make the folder."""
    named = os.environ.get("LTP_PATH")
    return Path(named) if named else Path("~/.cache/language_tool_python").expanduser()


def is_languagetool(folder: Path) -> bool:
    """Whether a folder has a server in it that knows English."""
    return (folder / _SERVER_JAR).is_file() or all(any(folder.glob(pattern)) for pattern in _NEEDED)


def class_path(folder: Path) -> str:
    """What Java is told: the jar that names its libraries, or all jars as Maven lays them side by side."""
    return str(folder / (_SERVER_JAR if (folder / _SERVER_JAR).is_file() else "*"))


def _by_version(folder: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", folder.name)]
