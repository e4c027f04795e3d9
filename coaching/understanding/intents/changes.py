"""Changes of a plan, heard: what kind, about what, and why something isn't for this owner."""

import re
from itertools import pairwise

from coaching.understanding.channels.channels import Channels
from coaching.understanding.intents.intent import bare
from coaching.understanding.intents.of_list import chosen_of_list
from coaching.understanding.intents.questions import asks_of_its_own, asks_openly, surely_asks
from coaching.understanding.intents.refusals import Refusals
from coaching.understanding.intents.swapping import swap_in
from coaching.understanding.intents.targets import LONGEST_NAME, Targets, only
from coaching.understanding.offers.put_in import puts_in
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.times.named_days import days_in
from coaching.understanding.wordlists import load
from journey.changes import ChangeKind, PlanChange, Refusal
from journey.channels import MAIL
from journey.dialogue.changes import IN_STEPS
from journey.hearing import QUESTIONS_BACK, Context, Heard, Intent
from journey.keys import Form
from journey.profile import Change, Profile, ProfileField, Proposal
from journey.topics import Topic

#: A message longer than this tells something; it doesn't ask for another idea.
_LONGEST = 400
#: Questions whose answer is what the change is about, what should happen, or why.
WHICH, HOW, WHY_NOT = IN_STEPS
#: Kinds that are no change of a suggestion.
_OF_THE_PLAN = {"undo": Intent.UNDO, "other_model": Intent.OTHER_MODEL}
#: Intents that words about a change of the plan may look like.
_MAY_CHANGE = frozenset({Intent.NO, Intent.BACK, Intent.EDIT, Intent.PLAN, Intent.SUMMARY, Intent.SKIP})
#: Intents that a wish about words may look like: "kan het wat losser?" asks as a question of theory does.
_MAY_REWORD = _MAY_CHANGE | {None, Intent.THEORY}
#: A reason of fewer letters says nothing.
_SHORTEST_REASON = 4
_KINDS, _TWO = frozenset(ChangeKind), 2
_TOO = re.compile(r"\b(?:te|too)\b")
#: A no of this many words is also the reason.
_WITH_REASON = 3
_ASKS_WHY = re.compile(r"\W*(?:(?:en|maar|ja|and|but|so)\W+)*(?:waarom|hoezo|why|how come)\b")

#: What leads on to something else.
_LEADS_ON = re.compile(
    r"\W*(?:(?:en|and|maar|but)\W+)*(?:zeg(?: eens| nu| me eens)?|trouwens|vertel eens|tell me|by the way|btw|oh)\W*$"
).match


class Changes:
    """Hears changes of a plan; built once from the word list."""

    def __init__(self, channels: Channels) -> None:
        words = load("changes")
        self._refusals = Refusals(words["refusals"], channels)
        self._kinds = {kind: re.compile("|".join(ways)) for kind, ways in words["kinds"].items()}
        self._targets = Targets(words, channels, self._refusals)
        self._reason, self._not_it, self._shows, self._request, self._all = (
            re.compile(words[name]) for name in ("reason", "not_it", "shows", "request", "everything")
        )
        self._wording = re.compile("|".join(words["wording"]))
        self._less_work, self._less_money, self._keep, self._content, self._except, self._and = (
            re.compile(words[name]) for name in ("less_work", "less_money", "keep", "content", "except", "and")
        )
        self._again, self._dismisses = (re.compile(words[name]) for name in ("again", "dismisses"))

    def hear(self, text: Text, context: Context, judged: Intent | None) -> Heard | None:
        """What `text` asks of the plan that lies there; None where it asks nothing of it, or plainly wants something
        else (`judged`)."""
        if context.asking is not Topic.PLAN_FEEDBACK or len(text.low) > _LONGEST or puts_in(text):
            return None
        places = self._targets.places(text.low)
        kind, asked = self._kind_or_no(text.low, places)
        if intent := self._besides_changing(text, context, kind, places, judged):
            return Heard(intent=intent)
        if places and self._except.search(text.low):
            return None
        if judged in QUESTIONS_BACK:
            return self._question(text, *self._kind(text.low), places)
        if judged is not None and judged not in _MAY_CHANGE:
            return None
        if kind:
            heard = self._of_kind(kind, asked, text, context)
            return _with_rest(heard) if self._asks_besides(text) else heard
        return self._without_kind(text, context, places, judged)

    def answer(self, text: Text, context: Context) -> Heard | None:
        """An answer to "which one?" or "why not?" in words that ask for nothing else."""
        if asks_of_its_own(text.low):
            return None
        if context.question == WHICH and (chosen := chosen_of_list(text.low)):
            return chosen
        if context.question == WHICH and len(text.words) <= LONGEST_NAME:
            return _change(PlanChange(targets=self._targets.told(text, ()), named=self._targets.named(text)))
        if context.question == HOW and (self._not_it.search(text.low) or self._reason.match(text.low)):
            told = self._refusals.read(text, text.whole) if len(text.words) >= _WITH_REASON else None
            return _change(PlanChange(kind=ChangeKind.NOT_FOR_ME, refusal=told))
        if context.question == WHY_NOT and self._dismisses.fullmatch(text.low):
            return Heard(intent=Intent.SKIP)
        if context.question == WHY_NOT:
            return _change(PlanChange(refusal=self._refusals.read(text, text.whole)))
        return None

    def _besides_changing(
        self, text: Text, context: Context, kind: str, places: tuple[str, ...], judged: Intent | None
    ) -> Intent | None:
        """What is wanted of the plan but another idea: to see it once more, to leave it as it is, other words."""
        if self._again.fullmatch(bare(text.low)):
            return Intent.PLAN
        if self._calls_off(text.low, context, kind):
            return Intent.NO
        of_words = not kind or (kind == ChangeKind.NOT_FOR_ME and not places)
        return Intent.REWORD if of_words and judged in _MAY_REWORD and self._rewords(text) else None

    def _question(self, text: Text, kind: str, asked: Span, places: tuple[str, ...]) -> Heard | None:
        """ "Kan je 2b vervangen?" asks for a change, "waarom 2b?" about it; without either it is no question about the
        plan."""
        if kind and (places or self._request.match(text.low)):
            heard = self._of_kind(kind, asked, text, Context())
            return _with_rest(heard) if self._asks_besides(text) else heard
        return _about(places) if places else None

    def _asks_besides(self, text: Text) -> bool:
        """Whether a longer message that asks for a change ends in a question about something else."""
        asks = text.low.rstrip().endswith("?") and len(text.words) > LONGEST_NAME
        return asks and not self._request.match(text.low) and len(text.clauses) > _TWO

    def _of_kind(self, kind: str, asked: Span, text: Text, context: Context) -> Heard | None:
        if kind in _OF_THE_PLAN:
            return Heard(intent=_OF_THE_PLAN[kind])
        if first := self._first_of_two(text):
            kind, asked = self._kind(first.low)
            change = self._change(ChangeKind(kind), asked, first).model_copy(update={"rest": True})
            return _change(change)
        change = self._change(ChangeKind(kind), asked, text)
        if change.kind is ChangeKind.NOT_FOR_ME and (forms := self._every_one(text)):
            return _refused(change.refusal or self._refusals.read(text, text.whole), forms)
        if change.kind is ChangeKind.NOT_FOR_ME and not self._targets.points(text):
            if forms := change.refusal.forms if change.refusal else self._refusals.forms_in(text.low):
                return _refused(change.refusal or self._refusals.read(text, text.whole), forms)
            if self._refusals.channels_out(text, text.whole, Topic.PLAN_FEEDBACK):
                return None  # "ik wil niet op TikTok" tells about the business, not about a suggestion
        a_reason = change.kind is ChangeKind.NOT_FOR_ME or (change.kind is ChangeKind.SHORTER and _TOO.search(text.low))
        if context.question == WHY_NOT and a_reason and not self._targets.points(text):
            return self.answer(text, context)
        return _change(change)

    def _without_kind(
        self, text: Text, context: Context, places: tuple[str, ...], judged: Intent | None
    ) -> Heard | None:
        if places and (self._shows.search(text.low) or text.low.rstrip().endswith("?")):
            return _about(places)
        if context.question == WHY_NOT and not places:
            return None
        too_much = self._refusals.too_much(text.low)
        if not too_much and not places and (refusal := self._refusals.of_everything(text)):
            return _of_whole_plan(refusal, context.profile)
        if too_much and not places and days_in(text.low):
            return None  # "in december heb ik geen tijd" tells when the owner has none
        if too_much and judged in (None, Intent.NO):
            return _change(self._change(ChangeKind.NOT_FOR_ME, Span(too_much.end, too_much.end), text, too_much))
        return _change(PlanChange(targets=places)) if places else None

    def _every_one(self, text: Text) -> tuple[Form, ...]:
        """The forms of which every one has to go, where no one suggestion is named: "haal die mails eruit"."""
        return () if self._targets.places(text.low) else self._refusals.all_of(text.low)

    def _rewords(self, text: Text) -> bool:
        """Whether a few words ask for another tone, or for something else in a text."""
        few = len(text.words) <= LONGEST_NAME
        return few and not surely_asks(text.low) and self._wording.search(text.low) is not None

    def _first_of_two(self, text: Text) -> Text | None:
        """ "2b korter en 3a vervangen": the first of two requests of different kinds; None where there is one."""
        cuts = [0, *(found.start() for found in self._and.finditer(text.low)), len(text.low)]
        parts = [Span(start, end) for start, end in pairwise(cuts)]
        asking = [p for p in parts if self._kind(text.low_of(p))[0] in _KINDS and self._targets.places(text.low_of(p))]
        if len({self._kind(text.low_of(part))[0] for part in asking}) < _TWO:
            return None
        first = asking[0]
        return text.without([Span(0, first.start), Span(first.end, len(text.low))])

    def _calls_off(self, low: str, context: Context, kind: str) -> bool:
        """Whether the plan is fine as it is, or the change that was begun had better not be made."""
        keeps = context.question in IN_STEPS and not kind and self._keep.search(low)
        return bool(self._content.search(low) or keeps)

    def _kind_or_no(self, low: str, places: tuple[str, ...]) -> tuple[str, Span]:
        """The kind asked for; a no beside the place of a suggestion says that it isn't for this owner."""
        kind, asked = self._kind(low)
        asks = low.rstrip().endswith("?") or _ASKS_WHY.match(low)
        if not kind and places and self._not_it.search(low) and not asks:
            return ChangeKind.NOT_FOR_ME.value, self._targets.after_places(low)
        return kind, asked

    def _kind(self, low: str) -> tuple[str, Span]:
        for kind, pattern in self._kinds.items():
            if found := pattern.search(low):
                return kind, Span(found.start(), found.end())
        return "", Span(0, 0)

    def _change(self, kind: ChangeKind, asked: Span, text: Text, reason: Span | None = None) -> PlanChange:
        """The change that `asked`, a stretch of the message, asks for; `reason` where that is known."""
        refusal = None
        if kind in (ChangeKind.NOT_FOR_ME, ChangeKind.ANOTHER):
            reason = reason or self._reason_in(text, asked)
            refusal = self._refusals.read(text, reason) if reason else None
            kind = ChangeKind.NOT_FOR_ME if refusal else kind
        if kind is ChangeKind.NOT_FOR_ME and (forms := self._refusals.forms_out(text)):
            refusal = (refusal or self._refusals.read(text, text.whole)).model_copy(update={"forms": forms})
        if kind is ChangeKind.ANOTHER:
            refusal = self._less(text.low)
        swap = swap_in(text)
        rest = text.without([asked, *([reason] if reason else []), *([swap.come] if swap else [])])
        rest = only(rest, swap.gone) if swap and swap.names_gone else self._targets.pointed_at(rest, asked)
        places = self._targets.places(text.low)
        targets = self._targets.told(rest, places)
        whole = not places and bool(self._all.search(text.low))
        named = () if places else self._targets.named(rest)
        wanted = text.of(swap.come) if swap else ""
        targets = () if whole else targets
        return PlanChange(kind=kind, targets=targets, named=named, whole=whole, wanted=wanted, refusal=refusal)

    def _less(self, low: str) -> Refusal | None:
        """ "Iets makkelijkers", "something cheaper": what the other idea has to be less of."""
        work, money = bool(self._less_work.search(low)), bool(self._less_money.search(low))
        return Refusal(no_time=work, no_money=money) if work or money else None

    def _reason_in(self, text: Text, asked: Span) -> Span | None:
        found = self._reason.search(text.low, asked.end) or self._reason.search(text.low[: asked.start])
        if found is None:
            return self._refusals.too_much(text.low)
        end = len(text.low) if found.start() >= asked.end else asked.start
        reason = text.trim(Span(found.start(), self._until_more(text, found.end(), end)), extra=".,;:()-")
        said = self._targets.told(text.without([Span(0, reason.start), Span(reason.end, len(text.low))]), ())
        says = reason.end - reason.start >= _SHORTEST_REASON and not self._dismisses.fullmatch(text.low_of(reason))
        return reason if said and says else None

    def _until_more(self, text: Text, start: int, end: int) -> int:
        """Where a reason that begins at `start` ends: before something else that is asked, or wanted done."""
        later = [text.trim(clause, ",;") for clause in text.clauses if start < clause.start < end]
        asks = asks_openly if text.low.rstrip().endswith("?") else asks_of_its_own
        more = (
            c.start for c in later if any(found(text.low_of(c)) for found in (asks, self._request.match, _LEADS_ON))
        )
        return min((end, *more))


def _with_rest(heard: Heard | None) -> Heard | None:
    """A change that was asked for along with something else, which has to be asked again."""
    if heard is None or heard.change is None:
        return heard
    return heard.model_copy(update={"change": heard.change.model_copy(update={"rest": True})})


def _change(change: PlanChange) -> Heard:
    return Heard(intent=Intent.CHANGE, change=change)


def _of_whole_plan(refusal: Refusal, known: Profile) -> Heard:
    """What is said of the whole plan; what is allowed after all is no longer known as refused."""
    back = {
        ProfileField.FORMS_EXCLUDED: tuple(form.value for form in refusal.allowed),
        ProfileField.CHANNELS_EXCLUDED: tuple(sorted(MAIL)) if Form.EMAIL in refusal.allowed else (),
    }
    facts = tuple(
        Proposal(field=field, value=value, change=Change.REMOVE)
        for field, value in back.items()
        if set(value) & set(known.many(field))
    )
    return _change(PlanChange(kind=ChangeKind.NOT_FOR_ME, refusal=refusal)).model_copy(update={"facts": facts})


def _refused(refusal: Refusal, forms: tuple[Form, ...]) -> Heard:
    """Forms that are out in the whole plan."""
    return _change(PlanChange(kind=ChangeKind.NOT_FOR_ME, refusal=refusal.model_copy(update={"forms": forms})))


def _about(places: tuple[str, ...]) -> Heard:
    return Heard(intent=Intent.ABOUT_PLAN, change=PlanChange(targets=places))
