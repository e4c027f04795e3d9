"""How much the plans of different owners are alike: sentences they share, and nearness in meaning."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean

from pydantic import BaseModel, ConfigDict

from bench.plans.measures import shared
from coaching.ports import Library
from journey.plan import Plan


class Compared(BaseModel):
    """What is compared of a plan."""

    model_config = ConfigDict(frozen=True)

    owner: str
    model: str
    language: str
    sentences: frozenset[str]
    said: str


class Likeness(BaseModel):
    """One plan beside those of all other owners with the same model and language: the share of its sentences that the
    nearest one has too (and whose that is), the mean over all, and the share that stands in any of them."""

    model_config = ConfigDict(frozen=True)

    nearest: float
    other: str
    mean: float
    anywhere: float


def said_in(plan: Plan) -> str:
    """What a plan says to customers: its messages, texts and e-mails."""
    texts = [stage.message.text for stage in plan.stages] + [s.text for s in plan.suggestions if not s.later]
    return "\n".join(texts)


def likeness(made: Sequence[Compared]) -> dict[tuple[str, str], Likeness]:
    """Owner and model -> how alike; plans that can be compared with none are left out."""
    groups: dict[tuple[str, str], list[Compared]] = defaultdict(list)
    for each in made:
        groups[each.model, each.language].append(each)
    return {(one.owner, one.model): _likeness(one, group) for group in groups.values() for one in group if group[1:]}


def _likeness(one: Compared, group: Sequence[Compared]) -> Likeness:
    others = [other for other in group if other.owner != one.owner]
    shares = [(shared(set(one.sentences), set(other.sentences)), other.owner) for other in others]
    anywhere = {sentence for other in others for sentence in other.sentences}
    nearest, name = max(shares)
    return Likeness(
        nearest=nearest,
        other=name,
        mean=fmean(share for share, _ in shares),
        anywhere=shared(set(one.sentences), anywhere),
    )


def nearness(made: Sequence[Compared], library: Library) -> tuple[float, float]:
    """The mean cosine between the texts of two owners' plans of one model, and between one owner's plans of two models:
    the second is what "about the same business" looks like to this embedder."""
    strangers: list[float] = []
    own: list[float] = []
    for place, one in enumerate(made):
        rest = [other for other in made[place + 1 :] if other.language == one.language]
        for other, cosine in zip(rest, library.closeness(one.said, [o.said for o in rest]), strict=True):
            if other.owner == one.owner:
                own.append(cosine)
            elif other.model == one.model:
                strangers.append(cosine)
    return fmean(strangers), fmean(own)
