"""Texts of a plan changed by free instruction: a language model proposes, what may stand is offered to the owner."""

from collections.abc import Iterator

from pydantic import BaseModel

from coaching.assisting.asking import LANGUAGE_NAMES, asked, spoken_to
from coaching.assisting.links import links_in
from coaching.assisting.material import business_as_told
from coaching.assisting.screening import without_others
from coaching.assisting.wording import voice_of, wording_faults
from coaching.thinking import Errand, LanguageModel
from journey.faults import faults_in
from journey.keys import Address
from journey.plan import Plan
from journey.profile import Profile
from journey.rewording import Rewording, TextPart, reworded, texts_of
from prompts.words import Words

#: Texts changed at once at most.
MOST = 12


class TextEdit(BaseModel):
    """One text of the plan as it should be."""

    place: str
    part: str
    after: str


class Edits(BaseModel):
    """The texts of the plan that should change."""

    changes: list[TextEdit] = []


class Editing:
    """Proposes changes of one plan. One repair; what is still faulty is left out."""

    def __init__(self, model: LanguageModel, plan: Plan, profile: Profile) -> None:
        self._model = model
        self._plan = plan
        self._profile = profile
        self._business = business_as_told(profile, Words(plan.language, plan.owner_address))
        self._texts = {(of, part): text for stage in plan.stages for (of, part), text in texts_of(stage).items()}
        self._places = dict(plan.places)
        self._places |= {str(number): stage.stage for number, stage in enumerate(plan.stages, 1)}

    def proposed(self, instruction: str) -> tuple[Rewording, ...]:
        """The texts that would change, none where nothing may stand."""
        changes, faults = self._asked(instruction, ())
        if faults:
            again, _ = self._asked(instruction, faults)
            changes = tuple({(c.of, c.part): c for c in (*changes, *again)}.values())
        return changes if not self._faulty(changes) else ()

    def _asked(self, instruction: str, faults: tuple[str, ...]) -> tuple[tuple[Rewording, ...], tuple[str, ...]]:
        """What may stand of what is proposed, and what is wrong with the rest."""
        told = without_others(instruction)
        places = {key: place for place, key in self._places.items()}
        prompt = asked(
            Errand.EDITING,
            {
                "asked": told,
                "business": self._business,
                "plan": "\n\n".join(f"{places[of]} {part}:\n{text}" for (of, part), text in self._texts.items()),
                **({"faults": "\n".join(faults)} if faults else {}),
            },
            language=LANGUAGE_NAMES[self._plan.language],
            address=spoken_to(self._plan.language, Address(self._plan.address)),
            most=MOST,
            faults=bool(faults),
        )
        edits = self._model.proposed(prompt, Edits)
        known = "\n".join((self._business, *self._texts.values(), _without_links(told)))
        changes = tuple(self._changes(edits)) if edits else ()
        wrong = {
            c: wording_faults(c.after, c.before, known, voice_of(self._plan, c.part), prompt.system) for c in changes
        }
        named = tuple(f"{places[c.of]} {c.part}: {'; '.join(found)}" for c, found in wrong.items() if found)
        return tuple(c for c in changes if not wrong[c]), (*named, *self._faulty(c for c in changes if not wrong[c]))

    def _changes(self, edits: Edits) -> Iterator[Rewording]:
        for edit in edits.changes[:MOST]:
            of, part, after = self._places.get(edit.place, ""), edit.part, edit.after.strip()
            before = self._texts.get((of, TextPart(part))) if part in set(TextPart) else None
            if before is not None and after and after != before:
                yield Rewording(of=of, part=TextPart(part), before=before, after=after)

    def _faulty(self, changes: Iterator[Rewording] | tuple[Rewording, ...]) -> tuple[str, ...]:
        """What would be wrong with the plan."""
        made = reworded(self._plan, tuple(changes))
        return tuple(f"{fault.kind}: {fault.found}" for fault in faults_in(made, self._profile))


def _without_links(told: str) -> str:
    """What an owner asks, without addresses: those may come from somebody whose words were pasted."""
    for link in links_in(told):
        told = told.replace(link, " ")
    return told
