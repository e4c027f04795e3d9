"""Moves put into words: the replies of a turn, one bubble per thought, at most one question in each."""

from collections.abc import Mapping
from functools import singledispatchmethod

from coaching.answering import Grounds, sources_below, theory_reply
from coaching.asking import examples_reply, field_rows, pending_rows, question_reply, suggestions_reply
from coaching.assisting.assistance import Assistance
from coaching.businesses import business_name
from coaching.differing import difference
from coaching.explaining import explained, why_model
from coaching.message import Document, Reply
from coaching.noting import Noting
from coaching.overview import plan_overview
from coaching.ports import Library
from coaching.records import PlanVersion
from coaching.reviewing import suggestions_shown
from coaching.summing import summary
from coaching.thinking import Errand
from exports.naming import file_name
from journey import moves as m
from journey.changes import PlanChange
from journey.choice import recommended_model
from journey.models import MODELS
from journey.profile import Profile
from journey.state import State
from journey.topics import QUESTIONS
from journey.trades import Sector
from prompts.words import Words

_ALONE = (
    *(m.AnswerTheory, m.Summarise, m.RecommendModel, m.MakePlan, m.ShowPlan, m.SendPlan, m.SendOwnData),
    *(m.ChangePlan, m.UndoChange, m.ChooseSuggestion, m.ShowSuggestions, m.OfferChange, m.Reword),
)
#: A bubble longer than this takes nothing more.
_FULL = 400


class Speaker:
    """Speaks for one turn: knows the words, where the talk stands, the plan as it is after and was before it, the
    replies that were made beforehand, what a language model adds, and what a theory question is answered from."""

    def __init__(
        self,
        words: Words,
        state: State,
        profile: Profile,
        sector: Sector | None,
        library: Library,
        plan: PlanVersion | None,
        before: PlanVersion | None = None,
        ready: Mapping[type[m.Move], Reply] | None = None,
        assistance: Assistance | None = None,
        grounds: Grounds | None = None,
    ) -> None:
        self._words = words
        self._state = state
        self._profile = profile
        self._sector = sector
        self._library = library
        self._plan = plan
        self._before = before
        self._ready = ready or {}
        self._assistance = assistance or Assistance(None, library)
        self._grounds = grounds or Grounds()

    def replies(self, moves: tuple[m.Move, ...]) -> tuple[Reply, ...]:
        """The replies for `moves`, in order."""
        bubbles: list[Reply] = []
        for move in moves:
            reply = self._ready.get(type(move)) or self._reply(move)
            if bubbles and _fits(bubbles[-1], reply, move):
                bubbles[-1] = Reply(text=f"{bubbles[-1].text}\n\n{reply.text}", buttons=reply.buttons)
            else:
                bubbles.append(reply)
        return tuple(bubbles)

    @singledispatchmethod
    def _reply(self, move: m.Move) -> Reply:
        raise TypeError(f"no words for {type(move).__name__}")

    @_reply.register
    def _(self, move: m.Say) -> Reply:
        if move.key.startswith("confirm.") and self._state.pending:
            return Reply(text=self._words.say(move.key), buttons=pending_rows(self._state.pending, self._words))
        return Reply(text=self._words.say(move.key))

    @_reply.register
    def _(self, move: m.HandOn) -> Reply:
        return Reply(text=self._words.say("handed_on", coach=move.coach))

    @_reply.register
    def _(self, move: m.Note) -> Reply:
        return Reply(text=Noting(self._profile, self._sector, self._words).text(move))

    @_reply.register
    def _(self, move: m.Forget) -> Reply:
        fields = self._words.listed([self._words.say(f"field.{field}") for field in move.fields])
        return Reply(text=self._words.say("forgotten", fields=fields))

    @_reply.register
    def _(self, move: m.ReadBack) -> Reply:
        return Reply(text=self._words.say("media.heard", text=move.text))

    @_reply.register
    def _(self, move: m.JoinCoach) -> Reply:
        return Reply(text=self._words.say("joined", name=move.name))

    @_reply.register
    def _(self, move: m.Progress) -> Reply:
        return Reply(text=self._words.say(f"progress.{move.left}"))

    @_reply.register
    def _(self, _: m.NameBusiness) -> Reply:
        name = business_name(self._profile, self._words, self._library.sectors())
        return Reply(text=self._words.say("business.switched", name=name or self._words.say("business.nameless")))

    @_reply.register
    def _(self, move: m.Ask) -> Reply:
        if move.question == "change_which" and self._plan:
            return suggestions_reply(self._plan, (), self._words)
        model = recommended_model(self._profile, self._sector)
        past = (*(() if self._state.undoable else ("undo",)), *(() if move.again or move.brief else ("all",)))
        reply = question_reply(move, self._words, self._profile, self._sector, model, past)
        if not _may_rephrase(move):
            return reply
        return reply.model_copy(update={"text": self._assistance.question(reply.text, self._words)})

    @_reply.register
    def _(self, move: m.Examples) -> Reply:
        return examples_reply(move.question, self._words, self._sector)

    @_reply.register
    def _(self, move: m.AnswerTheory) -> Reply:
        return self._assisted(move) or theory_reply(move, self._grounds, self._library, self._words, self._sector)

    @_reply.register
    def _(self, move: m.ExplainQuestion) -> Reply:
        return explained(move, self._words, self._profile, self._sector)

    @_reply.register
    def _(self, move: m.CountDown) -> Reply:
        key = "several" if move.left > 1 else "one" if move.left else "none"
        return Reply(text=self._words.say(f"countdown.{key}", **({"left": move.left} if key == "several" else {})))

    @_reply.register
    def _(self, _: m.Summarise) -> Reply:
        return Reply(text=summary(self._profile, self._words, self._sector))

    @_reply.register
    def _(self, _: m.ChooseField) -> Reply:
        return Reply(text=self._words.say("choose_field"), buttons=field_rows(self._profile, self._words))

    @_reply.register
    def _(self, move: m.RecommendModel) -> Reply:
        return Reply(text=f"{model_intro(move.model, self._words)}\n{self._reason(move.model)}")

    @_reply.register
    def _(self, _: m.MakePlan) -> Reply:
        return self._overview()

    @_reply.register
    def _(self, move: m.ChooseSuggestion) -> Reply:
        if self._plan is None:
            return Reply(text=self._words.say("no_plan_yet"))
        return suggestions_reply(self._plan, move.plays, self._words)

    @_reply.register
    def _(self, move: m.ShowSuggestions) -> Reply:
        if self._plan is None:
            return Reply(text=self._words.say("no_plan_yet"))
        return Reply(text=suggestions_shown(self._plan.plan, move.plays, self._words))

    @_reply.register
    def _(self, move: m.ChangePlan) -> Reply:
        return self._difference(move.change)

    @_reply.register
    def _(self, _: m.Reword) -> Reply:
        return Reply(text=self._words.say("change.made", version=self._plan.version if self._plan else 0))

    @_reply.register
    def _(self, _: m.UndoChange) -> Reply:
        return self._difference(None)

    @_reply.register
    def _(self, _: m.ShowPlan) -> Reply:
        return self._overview()

    @_reply.register
    def _(self, _: m.SendPlan) -> Reply:
        if self._plan is None:
            return Reply(text=self._words.say("no_plan_yet"))
        name = file_name(self._plan.plan, self._plan.version)
        return Reply(
            text=self._words.say("plan.caption"), document=Document(name=name, plan_version=self._plan.version)
        )

    @_reply.register
    def _(self, _: m.SendOwnData) -> Reply:
        document = Document(name=f"{self._words.say('mydata.name')}.zip", format="zip")
        return Reply(text=self._words.say("mydata.caption"), document=document)

    @_reply.register
    def _(self, _: m.Erase) -> Reply:
        return Reply(text=self._words.say("erased"))

    @_reply.register
    def _(self, _: m.StartOver) -> Reply:
        return Reply(text=self._words.say("started_over"))

    def _assisted(self, move: m.AnswerTheory) -> Reply | None:
        """An answer of a language model from the same passages; None where ours stands."""
        if not self._assistance.does(Errand.THEORY):
            return None
        passages = self._grounds.passages
        answer = self._assistance.theory(move.question, passages, self._words)
        return Reply(text=f"{answer}\n\n{sources_below(passages, self._words)}") if answer else None

    def _difference(self, change: PlanChange | None) -> Reply:
        if self._plan is None or self._before is None:
            return Reply(text=self._words.say("no_plan_yet"))
        return Reply(text=difference(self._before, self._plan, change, self._words))

    def _overview(self) -> Reply:
        if self._plan is None:
            return Reply(text=self._words.say("no_plan_yet"))
        return Reply(text=plan_overview(self._plan, self._words))

    def _reason(self, model: str) -> str:
        return self._words.say("recommend.because", reason=why_model(model, self._profile, self._sector, self._words))


def model_intro(model: str, words: Words) -> str:
    """The model by name with its stages."""
    stages = [words.say(f"stage.{model}.{stage.key}") for stage in MODELS[model].stages]
    return words.say("recommend.intro", model=words.say(f"model.{model}"), stages=", ".join(stages))


def _may_rephrase(move: m.Ask) -> bool:
    """Only open questions of the interview: what is chosen or agreed to is put in words that never vary."""
    question = QUESTIONS[move.question]
    return question.open and question.counts


def _fits(last: Reply, reply: Reply, move: m.Move) -> bool:
    apart = last.buttons or last.document or isinstance(move, _ALONE) or len(last.text) > _FULL
    return not apart and f"{last.text}{reply.text}".count("?") <= 1
