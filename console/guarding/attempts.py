"""How often somebody may try to sign in."""

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

_PER_ACCOUNT = parse("10 per 5 minutes")
_PER_ADDRESS = parse("30 per 5 minutes")


class Attempts:
    """Counts attempts, also good ones, per account and per address. An account that doesn't exist counts as well, so
    that nobody can tell the difference."""

    def __init__(self, per_account: RateLimitItem = _PER_ACCOUNT, per_address: RateLimitItem = _PER_ADDRESS) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._per_account, self._per_address = per_account, per_address

    def allowed(self, account: str, address: str) -> bool:
        """Whether one more attempt may be made; it counts."""
        by_account = self._limiter.hit(self._per_account, "account", account)
        by_address = self._limiter.hit(self._per_address, "address", address)
        return by_account and by_address
