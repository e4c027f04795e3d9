"""How often somebody may try to sign in."""

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

_PER_ACCOUNT = parse("10 per 5 minutes")
_PER_ADDRESS = parse("30 per 5 minutes")


class Attempts:
    """Counts attempts, also good ones, per account and per address. An account that doesn't exist is counted in the same
    way, so that nobody can tell the difference."""

    def __init__(self, per_account: RateLimitItem = _PER_ACCOUNT, per_address: RateLimitItem = _PER_ADDRESS) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._limits = {"account": per_account, "address": per_address}

    def allowed(self, account: str, address: str) -> bool:
        """Whether one more attempt may be made; it counts."""
        asked = {"account": account, "address": address}
        return all([self._limiter.hit(limit, kind, asked[kind]) for kind, limit in self._limits.items()])
