"""What things are called on a page."""

import re
from collections.abc import Callable, Iterable

from coaching.desk.records import Act, AuditEntry, Hit, Listed
from coaching.desk.staff import Role
from coaching.showing import shown
from journey.models import MODELS
from journey.profile import Fact, ProfileField
from journey.topics import FIELDS, QUESTIONS, Topic
from journey.trades import Sector
from prompts.words import Words

#: Letters of an id that are shown.
_ID = 24
#: The id of an article.
_ARTICLE = re.compile(r"[0-9a-f]{32}")
#: Acts of which the first thing the audit log says besides is the code of a coach, whatever else that word means there.
_OF_A_COACH = (Act.ASSIGNED, Act.COACH_CHANGED)
#: Where the names of what the audit log says besides are looked up, in this order.
_DETAILS = ("console.detail", "console.figure", "console.role", "field", "console.plan.part", "console.planline")


class Names:
    """Names in one language."""

    def __init__(self, words: Words, sectors: Callable[[], dict[str, Sector]]) -> None:
        self._words = words
        self._sectors = sectors

    def owner(self, of: Listed | Hit | AuditEntry) -> str:
        """What an owner goes by: the business, or a number."""
        return of.business or self._words.say("console.owner", number=of.number)

    def sector(self, key: str) -> str:
        """A trade."""
        pack = self._sectors().get(key)
        return pack.words(self._words.language).name if pack and key != "general" else key

    def topic(self, key: str) -> str:
        """A topic of the talk."""
        text = f"console.topic.{key}"
        if self._words.has(text):
            return self._words.say(text)
        fields = FIELDS.get(Topic(key)) if key in set(Topic) else None
        return self.field(fields[0]) if fields else key

    def question(self, key: str) -> str:
        """A question of the interview, in a word or two; "" for none."""
        text = f"console.question.{key}"
        if self._words.has(text):
            return self._words.say(text)
        return self.topic(QUESTIONS[key].topic) if key in QUESTIONS else key

    def intent(self, key: str) -> str:
        """What an owner asked back."""
        return self._words.say(f"console.intent.{key}")

    def acts(self) -> list[tuple[str, str]]:
        """All that the audit log knows of, with names."""
        return [(act.value, self._words.say(f"console.act.{act}")) for act in Act]

    def detail(self, entry: AuditEntry, named: Iterable[tuple[str, str]]) -> str:
        """What the audit log says of an act besides: its keys by their names; `named` are coaches and articles."""
        names, parts = dict(named), entry.detail.split()
        coach = names.get(parts[0]) if parts and entry.act in _OF_A_COACH else None
        said = [self._detail(part) or names.get(part) or self._unknown(part) for part in parts]
        return " · ".join([coach, *said[1:]] if coach else said)

    def _detail(self, part: str) -> str:
        keys = (f"{of}.{part}" for of in _DETAILS)
        return next((self._words.say(key) for key in keys if self._words.has(key)), self._stage(part))

    def _unknown(self, part: str) -> str:
        return self._words.say("console.audit.gone_article") if _ARTICLE.fullmatch(part) else part[:_ID]

    def _stage(self, key: str) -> str:
        model, _, stage = key.partition("/")
        return self.label(key) if model in MODELS and stage else ""

    def roles(self, roles: Iterable[Role]) -> list[tuple[str, str]]:
        """Roles with names."""
        return [(role.value, self._words.say(f"console.role.{role}")) for role in roles]

    def field(self, field: ProfileField) -> str:
        """A field of the profile."""
        return self._words.say(f"field.{field}")

    def fact(self, field: ProfileField, fact: Fact) -> str:
        """The value of a fact."""
        sector = self._sectors().get(str(fact.value)) if field is ProfileField.SECTOR else None
        return shown(field, fact, self._words, sector)

    def problem(self, key: str) -> str:
        """Why an article could not be read."""
        text = f"error.{key}"
        return (self._words if self._words.has(text) else Words("en")).say(text)

    def language(self, key: str) -> str:
        """A language."""
        return self._words.say(f"value.language.{key}")

    def turns(self, count: int) -> str:
        """So many turns."""
        return self._words.say(f"console.bar.turns.{'one' if count == 1 else 'many'}", count=count)

    def minutes(self, begin: int) -> str:
        """So many minutes or more."""
        return self._words.say("console.bar.minutes", count=begin)

    def model(self, key: str) -> str:
        """A journey model."""
        return self._words.say(f"model.{key}")

    def label(self, key: str) -> str:
        """What an article or a passage is about."""
        about, _, part = key.partition("/")
        if about not in MODELS:
            text = f"console.subject.{part}"
            return self._words.say(text) if self._words.has(text) else key
        stage = "" if part == "model" else f": {self._words.say(f'stage.{about}.{part}')}"
        return f"{self.model(about)}{stage}"

    def labels(self, keys: Iterable[str]) -> list[tuple[str, list[tuple[str, str]]]]:
        """All of these in groups, each with a name: what belongs to no model first."""
        groups: dict[str, list[tuple[str, str]]] = {"": []}
        for key in keys:
            model = key.partition("/")[0]
            groups.setdefault(model if model in MODELS else "", []).append((key, self.label(key)))
        general = self._words.say("console.subject.general")
        return [(self.model(model) if model else general, of) for model, of in groups.items()]

    def channel(self, key: str) -> str:
        """A channel."""
        return self._words.say(f"channel.{key}") if self._words.has(f"channel.{key}") else key
