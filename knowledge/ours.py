"""Whether a question is about what the library knows: a few signs weighed together."""

from typing import NamedTuple

#: Of how many nearest entries the margins are the mean.
AMONG = (1, 10)


class Signs(NamedTuple):
    """What tells: how much nearer the library is than what is asked elsewhere (cosines of the nearest on each side, and
    of the nearest ones), how much likelier its words are here than there, and the share of them that the library
    uses."""

    nearest: float
    many: float
    leaning: float
    known: float


#: Logistic regression on the tuning halves of `bench/retrieval` and on the lines of the library, each left out in turn:
#: `python -m bench.retrieval.weighing` (decision 95).
WEIGHTS = Signs(nearest=17.68, many=18.49, leaning=0.45, known=4.43)
BIAS = -6.57


def is_ours(signs: Signs) -> bool:
    """Whether a question with these signs is answered from the library."""
    return sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True)) + BIAS > 0
