"""Whether a question is about what the library knows: a few signs weighed together."""

from typing import NamedTuple

#: Of how many nearest entries the margins are the mean.
AMONG = (3, 10)


class Signs(NamedTuple):
    """What tells: how much nearer the library is than what is asked elsewhere (cosines of the nearest few, and of the
    nearest ones), how much likelier its words are here than there, and the share of them that the library uses."""

    few: float
    many: float
    leaning: float
    known: float


#: Logistic regression on the tuning halves of `bench/retrieval`: `python -m bench.retrieval.weighing` (decision 95).
WEIGHTS = Signs(few=16.94, many=15.47, leaning=0.61, known=6.14)
BIAS = -8.63


def is_ours(signs: Signs) -> bool:
    """Whether a question with these signs is answered from the library."""
    return sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True)) + BIAS > 0
