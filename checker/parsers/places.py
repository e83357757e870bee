"""From the bytes that the markdown parser counts to the code points that we count."""

from __future__ import annotations


class Places:
    """Source offsets of bytes; all calls together cost one pass over the text, since places come in order."""

    def __init__(self, source: str, start: int) -> None:
        self._encoded = source[start:].encode()
        self._byte, self._offset = 0, start  # one place, counted in both ways

    def offset(self, byte: int) -> int:
        """The offset in the source of the character at `byte`, which counts from where these places start."""
        if byte >= self._byte:
            self._offset += len(self._encoded[self._byte : byte].decode())
        else:
            self._offset -= len(self._encoded[byte : self._byte].decode())
        self._byte = byte
        return self._offset
