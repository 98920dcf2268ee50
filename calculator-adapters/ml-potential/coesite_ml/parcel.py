"""Work on its way from the engine, and results on their way back: JSON, compressed by gzip."""

import base64
import gzip
import json
import zlib


def unpack(packed: str) -> dict:
    """Content of a parcel; ValueError if it is none."""
    try:
        return json.loads(gzip.decompress(base64.b64decode(packed, validate=True)))
    except (OSError, EOFError, zlib.error, ValueError) as damaged:
        raise ValueError(f"the work of this task is no parcel: {damaged}") from damaged


def pack(content: dict) -> str:
    """A parcel of content."""
    text = json.dumps(content, allow_nan=False)
    return base64.b64encode(gzip.compress(text.encode("utf-8"))).decode("ascii")
