"""The checks of the language model: one small question, and what the month has taken."""

from contextlib import suppress

from pydantic import BaseModel

from app.doctor import verdicts
from app.doctor.findings import Finding, Part, skipped
from app.language_model import access, limits
from app.wiring import Parts
from coaching.thinking import Errand, Prompt
from coaching.usage import Spent
from llm.budget import Limits
from llm.gate import Call
from llm.opening import opened
from prompts.instructions import instructions
from storage.schema import HEAD


class _Seen(BaseModel):
    """What the sentence says."""

    colour: str


class _Nowhere:
    """Keeps nothing: a check changes nothing."""

    def note(self, _owner: str, _errand: Errand, _spent: Spent) -> None:
        """Forgotten."""

    def today(self, _owner: str) -> Spent:
        """Nothing."""
        return Spent()

    def this_month(self) -> Spent:
        """Nothing."""
        return Spent()


def model_check(parts: Parts) -> Finding:
    """Lets the model fill in a form. CoachError where its provider isn't installed."""
    settings, calls = parts.settings, list[Call]()
    if not settings.has_model:
        return skipped(Part.MODEL, "no_model")
    reached, tracing = access(settings), settings.llm_tracing == "on"
    everything = (reached, _Nowhere(), Limits(), frozenset(Errand), settings.llm_deadline)
    model = opened(*everything, tracing=tracing, told=calls.append)
    with suppress(Exception):  # the question meets it again, and says what it is
        model.load()
    model.proposed(Prompt(Errand.UNDERSTANDING, instructions("probe").filled(), "The sky is blue."), _Seen)
    model.close()
    return verdicts.of_model(reached.name, calls[0].outcome, calls[0].seconds, settings.llm_deadline)


def budget_check(parts: Parts) -> Finding:
    """What the month has taken."""
    settings = parts.settings
    if not settings.has_model:
        return skipped(Part.BUDGET, "no_model")
    if not (settings.llm_monthly_tokens or settings.llm_monthly_cost):
        return skipped(Part.BUDGET, "no_limit")
    standing, usage = parts.untouched(""), parts.untouched_usage()
    if standing is None or usage is None:
        return skipped(Part.BUDGET, "new_database")
    if standing.schema() != HEAD:
        return skipped(Part.BUDGET, "other_schema")
    return verdicts.of_budget(usage.this_month(), limits(settings))
