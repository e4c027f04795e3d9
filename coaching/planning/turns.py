"""The order in which the suggestions of a plan come: one of each stage in turn."""

from collections.abc import Iterator

from journey.plan import StagePlan, Suggestion


def in_turns(stages: tuple[StagePlan, ...]) -> Iterator[tuple[StagePlan, Suggestion]]:
    """The first suggestion of every stage, then the second of every stage that has one, and so on."""
    rounds = max((len(stage.suggestions) for stage in stages), default=0)
    return ((stage, stage.suggestions[n]) for n in range(rounds) for stage in stages if n < len(stage.suggestions))
