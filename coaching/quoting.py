"""Which of several messages a fact was taken from."""

from collections.abc import Callable, Sequence

from journey.profile import Proposal


def sources(numbers: Sequence[int], texts: Sequence[str]) -> Callable[[Proposal], int]:
    """Gives for a proposal the number of the message, among those heard as one, whose words it quotes; the last where
    it quotes none of them."""

    def source(proposal: Proposal) -> int:
        quoted = proposal.quote.lower()
        found = (number for number, text in zip(numbers, texts, strict=True) if quoted and quoted in text.lower())
        return next(found, numbers[-1])

    return source
