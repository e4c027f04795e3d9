"""What a stretch of an owner's words tells of the business."""

from typing import NamedTuple


class Stretch(NamedTuple):
    """How surely a stretch tells what is sold or done, to whom, or something else: each about 0 to 1."""

    what: float
    whom: float
    other: float
