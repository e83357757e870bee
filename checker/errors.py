"""What can go wrong with us or with the input; faults of the article are findings, never exceptions.

    CheckerError
    ├── ConfigError    the configuration or a selection is wrong: nothing is checked, exit 2
    ├── InputError     one input cannot be read or parsed: it is reported, the others are checked, exit 3
    ├── NotRun         a part of the check cannot be done, such as grammar without a server: the rest stands
    └── RuleCrashed    a rule raised an exception: a bug of ours, reported with the article, exit 3

Every message names the file, the place in it where there is one, and what to do.
"""

from __future__ import annotations


class CheckerError(Exception):
    """Base of all exceptions that users may see."""

    kind = "error"


class ConfigError(CheckerError):
    """The configuration, a selection or the command line is wrong."""

    kind = "config"


class InputError(CheckerError):
    """An input cannot be read, decoded or parsed."""

    kind = "input"

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        """Counted from 1, where the fault has a line."""


class NotRun(CheckerError):
    """A part of the check cannot be done; the message says why and what to do."""

    kind = "not-run"


class RuleCrashed(CheckerError):
    """A rule raised an exception on an article."""

    kind = "crash"

    def __init__(self, code: str, cause: Exception) -> None:
        super().__init__(f"{code} crashed: {type(cause).__name__}: {cause}; please report this with the article")
        self.code = code
