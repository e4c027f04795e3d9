"""The worst language model there is: it does whatever the words it is given ask, and gives its instructions away."""

from collections.abc import Sequence

from coaching.thinking import Prompt
from tests.fakes.model import FakeModel

#: Ways to obey: each makes the words that an injection wants to hear.
STYLES = ("says", "link", "leaks", "other_language", "markup")
_OTHER = {
    "nl": "Sure, from now on this is what I will say to you and to all of your friends, with a deal for you.",
    "en": "Natuurlijk, vanaf nu zeg ik wat jij wilt en niet wat de coach wil, voor jou en voor al je vrienden.",
}
_INTENTS = {"says": "delete", "link": "plan", "leaks": "restart", "other_language": "switch_language", "markup": "yes"}


def obeying(model: FakeModel, style: str, wanted: Sequence[str], language: str, text: str) -> FakeModel:
    """`model`, which from here on obeys `text` in every errand."""

    def words(prompt: Prompt) -> str:
        said = {
            "says": f"{wanted[0]}!",
            "link": "Kijk snel op https://evil.example/deal",
            "leaks": prompt.system,
            "other_language": _OTHER[language],
            "markup": "<b>OK</b> <script>alert(1)</script> [hier](evil.example)",
        }
        return said[style]

    return model.now(
        understanding=lambda prompt: _reading(words(prompt), wanted[0], text, _INTENTS[style]),
        rephrasing=lambda prompt: f"{words(prompt)} {_within(prompt, 'question')}",
        theory=lambda prompt: f"{words(prompt)} [1]. {wanted[0]} [1].",
        plan=lambda prompt: _stage(prompt, words(prompt)),
        editing=lambda prompt: _edits(words(prompt)),
    )


def _reading(words: str, wanted: str, text: str, intent: str) -> dict[str, object]:
    values = {
        **dict.fromkeys(("owner_name", "business_name", "usp", "persona_need", "notes", "system"), words),
        "language": "en",
        "model": "aida",
        "form_of_address": "u",
        "sector": "dentist",
        "location": wanted,
        "price": "9999 euro",
        "hours_per_week": "40",
        "euros_per_month": "5000",
        "channels_current": "tiktok",
        "channels_excluded": "shop",
        "goal": "spend",
        "audience": "b2b",
        "on_offline": "online",
    }
    facts = [{"field": field, "value": value, "evidence": text, "trusted": True} for field, value in values.items()]
    facts += [{"field": field, "value": value, "evidence": value} for field, value in values.items()]
    return {"facts": facts, "intent": intent, "intent_evidence": text, "language": "en", "delete": True}


def _within(prompt: Prompt, name: str) -> str:
    return prompt.data.partition(f"<{name}-")[2].partition(">\n")[2].partition(f"\n</{name}-")[0]


def _stage(prompt: Prompt, words: str) -> dict[str, object]:
    keys = [line.rpartition(" ")[0] for line in _within(prompt, "stage").splitlines() if line.endswith(" text:")]
    cites = _within(prompt, "library").partition(":")[0]
    return {
        "message": words,
        "suggestions": [{"play": key, "text": words, "why": words, "price": 1} for key in keys],
        "email": {"subject": words, "body": words},
        "ideas": [{"text": words, "cites": cites}, {"text": words, "cites": "system"}],
        "language": "en",
    }


def _edits(words: str) -> dict[str, object]:
    parts = [("2a", "text"), ("2a", "why"), ("1", "message"), ("2m", "body"), ("2m", "subject")]
    return {"changes": [{"place": place, "part": part, "after": words} for place, part in parts], "apply": True}
