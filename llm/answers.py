"""What came back, read with suspicion: it must have ended of itself, and be what was asked for."""

import json
from typing import Any

from langchain_core.messages import AIMessage
from langchain_core.utils.json import parse_json_markdown
from pydantic import ValidationError

from coaching.thinking import Shape
from llm.cleaning import LONGEST, cleaned, cleaned_all, without_thoughts
from llm.counting import written_in
from llm.faults import Fault, FaultError

#: Why an answer ended, as the providers call it. What is in none of them is no answer.
_WHOLE = frozenset({"stop", "tool_calls", "function_call", "end_turn", "tool_use", "stop_sequence", "eos", "eos_token"})
_CUT = frozenset({"length", "max_tokens", "model_length", "model_context_window_exceeded"})
_FILTERED = frozenset({"content_filter", "content_filtered", "safety"})
#: Mistakes in a form that the model is told of.
_TOLD = 5


def ended(answer: AIMessage) -> str:
    """Why this answer (or piece of one) ended; empty where it does not say."""
    told = answer.response_metadata
    return str(told.get("finish_reason") or told.get("stop_reason") or told.get("done_reason") or "").lower()


def check(answer: AIMessage, reason: str) -> None:
    """FaultError where the answer was refused, filtered, is not whole, or goes on and on."""
    if answer.additional_kwargs.get("refusal") or reason == "refusal":
        raise FaultError(Fault.REFUSED)
    if reason in _CUT or len(written_in(answer)) > LONGEST:
        raise FaultError(Fault.LENGTH)
    if reason in _FILTERED:
        raise FaultError(Fault.FILTERED)
    if reason not in _WHOLE:
        raise FaultError(Fault.UNFINISHED)


def text_in(answer: AIMessage) -> str:
    """The words of an answer. FaultError where it has none."""
    if text := said_in(answer.text).strip():
        return text
    raise FaultError(Fault.EMPTY)


def said_in(text: str) -> str:
    """What is said in all that a model has written so far. FaultError where it goes on and on."""
    if len(text) > LONGEST:
        raise FaultError(Fault.LENGTH)
    return cleaned(without_thoughts(text))


def form_in(given: dict[str, Any], shape: type[Shape]) -> Shape:
    """The form that the model filled in, with `with_structured_output(include_raw=True)`; one that it wrote as JSON
    instead counts too. FaultError where there is none."""
    answer, parsed = given["raw"], given["parsed"]
    check(answer, ended(answer))
    try:
        filled = parsed if isinstance(parsed, shape) else shape.model_validate(_filled_in(answer))
    except ValidationError as error:
        raise FaultError(Fault.MISSHAPEN, _told(error)) from None
    return shape.model_validate(cleaned_all(filled.model_dump()))


def _filled_in(answer: AIMessage) -> Any:
    if answer.tool_calls:
        return answer.tool_calls[0]["args"]
    if answer.invalid_tool_calls:
        raise FaultError(Fault.MISSHAPEN, "it was no JSON")
    if not (text := without_thoughts(answer.text).strip()):
        raise FaultError(Fault.EMPTY, "it was empty")
    try:
        return parse_json_markdown(text, parser=json.loads)
    except ValueError:
        raise FaultError(Fault.MISSHAPEN, "it was text, not the form") from None


def _told(error: ValidationError) -> str:
    """What is wrong with a form, without what was in it."""
    return "; ".join(f"{'.'.join(map(str, each['loc'])) or 'form'}: {each['msg']}" for each in error.errors()[:_TOLD])
