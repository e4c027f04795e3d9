"""Makes the plans of all owners of the bench with the real library and reports on them.

python -m bench.plans.run [--out FOLDER] [--every-model] [--markdown]
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

from pydantic import BaseModel, ConfigDict

from bench.plans.measures import facts_used, gaps_in, repeated_forms, sentences_of, shared, words_in
from bench.plans.owners import Owner, owners
from coaching.documents import exported
from coaching.planning.composer import Composer
from journey.assumptions import USUAL_LIMITS
from journey.faults import WEEKS, faults_in
from journey.keys import Address
from journey.models import MODELS
from journey.plan import Plan
from journey.profile import Fact, ProfileField
from knowledge.library import FileLibrary

#: The models for which every owner gets a plan, to be compared sentence by sentence.
COMPARED = ("stdc", "dazzle5")


class Made(BaseModel):
    """One plan with the figures about it. `other` is the owner whose plan shares most with it."""

    model_config = ConfigDict(frozen=True)

    owner: str
    model: str
    language: str
    faults: tuple[str, ...]
    fits: bool
    used: dict[str, bool]
    forms: float
    gaps: int
    words: int
    seconds: float
    sentences: frozenset[str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes and reports; the exit code says whether any plan had a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="folder to keep the plans in, to read them")
    parser.add_argument("--every-model", action="store_true", help="all six models for every owner")
    options = parser.parse_args(arguments)
    library = FileLibrary(Path(sys.prefix) / "share" / "journey-coach")
    composer = Composer(library)
    everyone = owners()
    composer.plan(everyone[0].profile, Address.JE)  # loads the index and the embedder
    models = tuple(MODELS) if options.every_model else COMPARED
    made = [_made(composer, owner, model, options.out) for owner in everyone for model in _models(owner, models)]
    sys.stdout.write("\n".join((*_table(made), "", *_summary(made))) + "\n")
    return int(any(each.faults for each in made))


def _models(owner: Owner, compared: tuple[str, ...]) -> list[str]:
    own = owner.profile.text(ProfileField.MODEL)
    return list(dict.fromkeys((own, *compared)))


def _made(composer: Composer, owner: Owner, model: str, out: Path | None) -> Made:
    profile = owner.profile.with_fact(ProfileField.MODEL, Fact(value=model))
    start = time.perf_counter()
    plan = composer.plan(profile, Address.JE)
    seconds = time.perf_counter() - start
    text = exported(plan).decode()
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{owner.key}.{model}.md").write_text(text, encoding="utf-8")
    return Made(
        owner=owner.key,
        model=model,
        language=plan.language,
        faults=tuple(str(fault.kind) for fault in faults_in(plan, profile)),
        fits=_fits(plan, owner),
        used=facts_used(profile, text),
        forms=repeated_forms(plan),
        gaps=gaps_in(plan),
        words=words_in(text),
        seconds=seconds,
        sentences=frozenset(sentences_of(text)),
    )


def _fits(plan: Plan, owner: Owner) -> bool:
    """Whether what the plan asks now stays within the hours and the money."""
    limits = USUAL_LIMITS.with_(owner.profile.limits)
    now = [s for s in plan.suggestions if not s.later]
    mails = sum(stage.email.hours_once for stage in plan.stages if stage.email and not stage.email.later)
    hours = (sum(s.hours_once for s in now) + mails) / WEEKS + sum(s.hours_weekly for s in now)
    euros = sum(s.euros_once for s in now) / (WEEKS / 4) + sum(s.euros_monthly for s in now)
    return hours <= (limits.hours_per_week or 0) + 0.01 and euros <= (limits.euros_per_month or 0) + 0.01


def _nearest(made: list[Made]) -> dict[tuple[str, str], tuple[float, str, float]]:
    """Per plan: most shared with another owner's plan of the same model and language, whose, and the mean."""
    alike = defaultdict(list)
    for each in made:
        alike[each.model, each.language].append(each)
    found = {}
    for group in alike.values():
        for one in group:
            shares = [(shared(set(one.sentences), set(o.sentences)), o.owner) for o in group if o is not one]
            if shares:
                found[one.owner, one.model] = (*max(shares), fmean(share for share, _ in shares))
    return found


def _table(made: list[Made]) -> Iterator[str]:
    near = _nearest(made)
    yield "| owner | model | faults | shared most (with) | mean | facts used | fits | forms repeated | words | s |"
    yield f"|{'---|' * 10}"
    for each in made:
        most, other, mean = near.get((each.owner, each.model), (0.0, "-", 0.0))
        used = f"{sum(each.used.values())}/{len(each.used)}"
        yield (
            f"| {each.owner} | {each.model} | {len(each.faults)} | {most:.0%} ({other}) | {mean:.0%} | {used} "
            f"| {'yes' if each.fits else 'NO'} | {each.forms:.0%} | {each.words} | {each.seconds:.2f} |"
        )


def _summary(made: list[Made]) -> Iterator[str]:
    near = list(_nearest(made).values())
    used = [value for each in made for value in each.used.values()]
    unused = sorted({f"{e.owner}:{name}" for e in made for name, value in e.used.items() if not value})
    yield f"plans {len(made)}, faults {sum(len(e.faults) for e in made)}, out of limits {sum(not e.fits for e in made)}"
    most = [n[0] for n in near]
    yield f"shared with the nearest other owner: mean {fmean(most):.1%}, worst {max(most):.1%}"
    yield f"shared with any other owner: mean {fmean(n[2] for n in near):.1%}"
    yield f"told facts used {fmean(used):.1%}; unused: {', '.join(unused) or 'none'}"
    yield f"forms repeated {fmean(e.forms for e in made):.1%}, most gaps in one text {max(e.gaps for e in made)}"
    yield f"words per plan {fmean(e.words for e in made):.0f}"
    yield f"seconds per plan: mean {fmean(e.seconds for e in made):.2f}, worst {max(e.seconds for e in made):.2f}"


if __name__ == "__main__":
    raise SystemExit(main())
