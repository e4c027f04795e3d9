"""Where an owner stands with consent."""

from enum import StrEnum


class Standing(StrEnum):
    """NEW: nothing is kept of them. EARLIER: talked before consent was asked for. ASKED: the question stands open.
    AGREED: agreed, or was told where nobody is asked. REVOKED: took it back."""

    NEW = "new"
    EARLIER = "earlier"
    ASKED = "asked"
    AGREED = "agreed"
    REVOKED = "revoked"
