"""A change of the plan that was shown to the owner and waits for a yes; and what it replaced, to be undone by."""

from pydantic import BaseModel, ConfigDict

from journey.profile import Fact, Profile, ProfileField, Proposal
from journey.rewording import Rewording


class Offer(BaseModel):
    """Texts in other words, or facts with which the plan is made anew. `told_in` is the number of the message in which
    the facts were told."""

    model_config = ConfigDict(frozen=True)

    rewordings: tuple[Rewording, ...] = ()
    facts: tuple[Proposal, ...] = ()
    told_in: int = 0


class Replaced(BaseModel):
    """The facts that stood with version `version` of the plan, where they are other ones now; None where nothing was
    known."""

    model_config = ConfigDict(frozen=True)

    version: int
    facts: dict[ProfileField, Fact | None]

    @classmethod
    def between(cls, version: int, before: Profile, after: Profile) -> "Replaced":
        """What `after` has in the place of `before`."""
        fields = [f for f in ProfileField if before.facts.get(f) != after.facts.get(f)]
        return cls(version=version, facts={field: before.facts.get(field) for field in fields})

    def restored(self, profile: Profile) -> Profile:
        """`profile` with these facts as they were."""
        for field, fact in self.facts.items():
            profile = profile.with_fact(field, fact) if fact else profile.without(field)
        return profile
