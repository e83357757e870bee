"""Work done on a stream of inputs: in one process or several, and only where the cache knows nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.cache import Cache
    from checker.config import Config
    from checker.inputs import Input
    from checker.result import Result

    Work = Callable[[Input, Config], Any]
    ConfigOf = Callable[[Input], Config]

_BATCH = 256


def check_input(entry: Input, config: Config) -> Result:
    """What `checker.engine` finds in an input; all that checking takes is imported when something is to be checked."""
    from checker.engine import check_input

    return check_input(entry, config)


def map_inputs(
    work: Work, inputs: Iterable[Input], config_of: ConfigOf, jobs: int = 1, cache: Cache | None = None
) -> Iterator[Any]:
    """`work` done on each input with its configuration, in the order of the inputs, in `jobs` processes."""
    if jobs == 1:
        for entry in inputs:
            yield from _past(cache, [entry], lambda missing: (work(entry, config_of(entry)) for entry in missing))
        return
    from concurrent.futures import ProcessPoolExecutor
    from itertools import islice

    pending = iter(inputs)
    with ProcessPoolExecutor(jobs or os.cpu_count(), initializer=_end_with_parent) as pool:

        def share(missing: list[Input]) -> Iterator[Any]:
            return pool.map(work, missing, map(config_of, missing), chunksize=4)

        while batch := list(islice(pending, _BATCH)):  # a batch at a time, so that a long stream is never held whole
            yield from _past(cache, batch, share)


def _past(cache: Cache | None, batch: list[Input], compute: Callable[[list[Input]], Iterator[Any]]) -> Iterator[Any]:
    """The results of a batch: from the cache where it knows them, else computed and kept."""
    if cache is None:
        yield from compute(batch)
        return
    found = [cache.find(entry) for entry in batch]
    fresh = compute([entry.input for entry in found if entry.result is None])
    for entry in found:
        yield cache.keep(entry, next(fresh)) if entry.result is None else entry.result


def _end_with_parent() -> None:
    """End this process after the one that gives it work, which when it is killed cannot say that there is no more.

    Ctrl-C goes to all of them; the one that gives work answers it.
    """
    import signal
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=follow, daemon=True).start()
