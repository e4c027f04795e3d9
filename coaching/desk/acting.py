"""What a coach does that reaches the owner: each act decided whole as one change, and stored as one."""

from coaching.desk.correcting import corrected
from coaching.desk.plan_lines import keys_of, lines_of, with_line
from coaching.desk.ports import Desk, Reviews, UnknownConversationError
from coaching.desk.records import NOBODY, Act, Change, Opened, PlanEntry, Status
from coaching.desk.staff import Reader
from coaching.message import Reply
from coaching.ports import Composes, Library, Understands
from coaching.records import PlanVersion
from coaching.speaking import Speaker
from coaching.trade import sector_of
from journey.changes import NO_WISHES
from journey.errors import CoachError
from journey.faults import FaultKind, FaultyPlanError, faults_in
from journey.moves import Ask
from journey.plan import Plan
from journey.profile import ProfileField
from prompts.words import Words

#: What the words of one line can do wrong.
_BY_WORDS = frozenset(
    {
        *(FaultKind.EXCLUDED_CHANNEL, FaultKind.HARD_SELL, FaultKind.REPEATED, FaultKind.EMPTY),
        *(FaultKind.NOT_COUNTABLE, FaultKind.THIRD_PERSON, FaultKind.WRONG_LANGUAGE),
    }
)


class Acting:
    """Acts of coaches. Each takes the revision of the review that the coach saw, and gives the new one:
    StaleReviewError where it changed since, UnknownConversationError where this agency has no such conversation, and
    a CoachError that says why where it can't be done."""

    def __init__(
        self, desk: Desk, reviews: Reviews, library: Library, understanding: Understands, composer: Composes
    ) -> None:
        self._desk = desk
        self._reviews = reviews
        self._library = library
        self._understanding = understanding
        self._composer = composer

    def approve(self, reader: Reader, conversation: str, seen: int) -> int:
        """The newest plan is good; the owner is told."""
        opened = self._opened(reader, conversation)
        version = _newest(opened).version
        reply = _told(opened, "approved", coach=reader.name)
        return self._record(reader, opened, seen, Act.APPROVED, reply, status=Status.APPROVED, approves=version)

    def ask_changes(self, reader: Reader, conversation: str, seen: int, text: str) -> int:
        """Something in the newest plan should be otherwise; the owner gets it in the coach's words."""
        opened, wish = self._opened(reader, conversation), _words_in(text)
        _newest(opened)
        reply = _told(opened, "asks_changes", coach=reader.name, text=wish)
        return self._record(reader, opened, seen, Act.ASKED_CHANGES, reply, status=Status.PLAN_READY, asks=wish)

    def ask(self, reader: Reader, conversation: str, seen: int, text: str) -> int:
        """A question of the coach; what the owner says next answers it, and not what the bot had asked."""
        opened = self._opened(reader, conversation)
        reply = _told(opened, "asks", coach=reader.name, text=_words_in(text))
        return self._record(reader, opened, seen, Act.ASKED, reply, asked_by=reader.name)

    def take_over(self, reader: Reader, conversation: str, seen: int) -> int:
        """From here on the bot is silent and the coach writes; the owner is told."""
        opened = self._opened(reader, conversation)
        if opened.head.taken_by == reader.code:
            raise CoachError("desk.yours_already")
        assignee = opened.head.assignee or reader.code
        reply = _told(opened, "taken", coach=reader.name)
        changed = {"taken_by": reader.code, "assignee": assignee, "by_bot": True, "asked_by": ""}
        return self._record(reader, opened, seen, Act.TOOK_OVER, reply, **changed)

    def write(self, reader: Reader, conversation: str, seen: int, text: str) -> int:
        """The coach's own words, where the coach has taken over."""
        opened = self._opened(reader, conversation)
        _must_have(opened, reader)
        return self._record(reader, opened, seen, Act.WROTE, Reply(text=_words_in(text)))

    def hand_back(self, reader: Reader, conversation: str, seen: int) -> int:
        """The bot goes on at the question that stood open. Who leads can hand back for another."""
        opened = self._opened(reader, conversation)
        if not opened.head.taken_by:
            raise CoachError("desk.not_taken")
        if not reader.leads:
            _must_have(opened, reader)
        reply = self._back(opened, reader)
        return self._record(reader, opened, seen, Act.HANDED_BACK, reply, taken_by="", by_bot=True)

    def correct(self, reader: Reader, conversation: str, seen: int, field: ProfileField, text: str) -> int:
        """A fact as the coach knows it, recorded as the coach's; without words it is unknown again."""
        opened = self._opened(reader, conversation)
        language, number = opened.state.language, opened.head.messages
        fact = corrected(opened.profile, field, text, language, self._understanding, number)
        return self._record(reader, opened, seen, Act.CORRECTED, None, detail=str(field), facts={field: fact})

    def edit_line(self, reader: Reader, conversation: str, seen: int, path: str, text: str) -> int:
        """One line of the newest plan in the coach's words: a new version, without a fault that was not there."""
        opened, line = self._opened(reader, conversation), _words_in(text)
        newest = _newest(opened)
        try:
            plan = with_line(newest.plan, path, line)
        except KeyError as error:
            raise CoachError("desk.no_such_line") from error
        _must_be_sound(plan, newest.plan, opened)
        where, version = _where(newest.plan, path, _words(opened)), newest.version + 1
        reply = _told(opened, "edited", coach=reader.name, where=where, version=version, text=line)
        changed = {"plan": plan, "status": Status.PLAN_READY, "detail": keys_of(newest.plan, path)}
        return self._record(reader, opened, seen, Act.EDITED, reply, **changed)

    def plan_anew(self, reader: Reader, conversation: str, seen: int) -> int:
        """The plan made anew from what is known now, keeping what the owner asked of it."""
        opened = self._opened(reader, conversation)
        newest = _newest(opened)
        wishes = newest.plan.wishes or NO_WISHES
        try:
            plan = self._composer.plan(opened.profile, opened.state.address, wishes)
        except FaultyPlanError as error:
            raise CoachError("desk.no_plan") from error
        reply = _told(opened, "anew", coach=reader.name, version=newest.version + 1)
        return self._record(reader, opened, seen, Act.EDITED, reply, detail="anew", plan=plan, status=Status.PLAN_READY)

    def assign(self, reader: Reader, conversation: str, seen: int, code: str) -> int:
        """Whose conversation it is, "" for nobody's. Anybody takes one or gives up their own; the rest is for who
        leads."""
        opened = self._opened(reader, conversation)
        own = code == reader.code or (not code and opened.head.assignee == reader.code)
        if not (reader.leads or own):
            raise CoachError("desk.leads_only")
        if code not in ("", reader.code) and code not in {known for known, _ in self._desk.coaches(reader)}:
            raise CoachError("desk.no_such_coach")
        return self._record(reader, opened, seen, Act.ASSIGNED, None, detail=code or NOBODY, assignee=code)

    def close(self, reader: Reader, conversation: str, seen: int) -> int:
        """Nothing more is to be done here; the owner can go on as before."""
        return self._record(
            reader, self._opened(reader, conversation), seen, Act.CLOSED, None, status=Status.CLOSED, taken_by=""
        )

    def reopen(self, reader: Reader, conversation: str, seen: int) -> int:
        """There is something to be done after all."""
        opened = self._opened(reader, conversation)
        status = Status.PLAN_READY if opened.plans else Status.INTERVIEWING
        return self._record(reader, opened, seen, Act.REOPENED, None, status=status)

    def _opened(self, reader: Reader, conversation: str) -> Opened:
        opened = self._desk.opened(reader, conversation)
        if opened is None:
            raise UnknownConversationError
        return opened

    def _record(
        self, reader: Reader, opened: Opened, seen: int, act: Act, reply: Reply | None, **changed: object
    ) -> int:
        replies = (reply,) if reply else ()
        given = {"conversation": opened.head.id, "seen": seen, "act": act, "replies": replies, **changed}
        return self._reviews.record(reader, Change.model_validate(given))

    def _back(self, opened: Opened, reader: Reader) -> Reply:
        """The bot speaks again, and asks what it had asked."""
        words, question = _words(opened), opened.state.question
        said = words.say("desk.back", coach=reader.name)
        if question is None:
            return Reply(text=f"{said} {words.say('desk.what_now')}")
        sector = sector_of(opened.profile, self._library)
        plan = PlanVersion(version=opened.plans[-1].version, plan=opened.plans[-1].plan) if opened.plans else None
        speaker = Speaker(words, opened.state, opened.profile, sector, self._library, plan)
        (asked,) = speaker.replies((Ask(question=question.key, again=True),))
        return asked.model_copy(update={"text": f"{said}\n\n{asked.text}"})


def _words(opened: Opened) -> Words:
    return Words(opened.state.language, opened.state.address)


def _told(opened: Opened, key: str, **slots: object) -> Reply:
    return Reply(text=_words(opened).say(f"desk.{key}", **slots))


def _words_in(text: str) -> str:
    if not text.strip():
        raise CoachError("desk.no_words")
    return text.strip()


def _newest(opened: Opened) -> PlanEntry:
    if not opened.plans:
        raise CoachError("desk.no_plan_yet")
    return opened.plans[-1]


def _where(plan: Plan, path: str, words: Words) -> str:
    """Where the line at `path` stands, as the owner's plan calls it: an idea by its place, a stage by its title."""
    part, number, *_ = (*path.split("."), "")
    place = next(line.place for line in lines_of(plan) if line.path == path)
    return place or (plan.stages[int(number)].title if part == "stages" else words.say(f"console.plan.part.{part}"))


def _must_have(opened: Opened, reader: Reader) -> None:
    if opened.head.taken_by != reader.code:
        raise CoachError("desk.not_yours")


def _must_be_sound(plan: Plan, before: Plan, opened: Opened) -> None:
    known = set(faults_in(before, opened.profile))
    if fault := next((fault for fault in faults_in(plan, opened.profile) if fault not in known), None):
        raise CoachError(f"desk.faulty.{fault.kind if fault.kind in _BY_WORDS else 'other'}", found=fault.found)
