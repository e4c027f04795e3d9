"""What a language model took, kept in memory."""

from coaching.thinking import Errand
from coaching.usage import Spent


class KeptUsage:
    """Keeps one day."""

    def __init__(self) -> None:
        self.noted: list[tuple[str, Errand, Spent]] = []

    def note(self, owner: str, errand: Errand, spent: Spent) -> None:
        self.noted.append((owner, errand, spent))

    def today(self, owner: str) -> Spent:
        return sum((spent for whose, _, spent in self.noted if whose == owner), Spent())

    def this_month(self) -> Spent:
        return sum((spent for _, _, spent in self.noted), Spent())
