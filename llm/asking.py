"""One question to a chat model, through LangChain. This module is slow to import."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any, cast

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, SystemMessage
from langsmith import tracing_context

from coaching.thinking import Prompt, Shape
from llm.answers import check, ended, form_in, said_in, text_in
from llm.counting import Meter
from llm.faults import FREE, Fault, FaultError, fault_in
from prompts.instructions import instructions

_REPAIRABLE = frozenset({Fault.EMPTY, Fault.MISSHAPEN})


class Asker:
    """Asks `model`. `tracing` is whether LangChain may report all that is said to the server its environment names."""

    def __init__(self, model: BaseChatModel, *, tracing: bool = False) -> None:
        self._model = model
        self._tracing = tracing

    async def form(self, prompt: Prompt, shape: type[Shape], meter: Meter, until: float) -> Shape:
        """The form that the model fills in; one that can't be used is sent back once, where as much time is left (until
        `until`, by the monotonic clock) as it took. FaultError where there is none."""
        began = monotonic()
        try:
            return await self._form(_messages(prompt), shape, meter)
        except FaultError as error:
            now = monotonic()
            if error.fault not in _REPAIRABLE or until - now <= now - began:
                raise
            return await self._repaired(prompt, shape, meter, error, until)

    async def text(self, prompt: Prompt, meter: Meter, say: Callable[[str], None] | None) -> str:
        """What the model writes; with `say` it streams, and `say` is given all that came so far, each time more comes.
        FaultError where it writes nothing."""
        messages = _messages(prompt)
        with self._metered(messages, meter):
            answer, reason = await (self._streamed(messages, meter, say) if say else self._whole(messages))
            meter.settles(answer)
            check(answer, reason)
            return text_in(answer)

    async def _form(self, messages: Sequence[BaseMessage], shape: type[Shape], meter: Meter) -> Shape:
        model = self._model.with_structured_output(shape, method="function_calling", include_raw=True)
        with self._metered(messages, meter):
            given = cast(dict[str, Any], await model.ainvoke(list(messages)))
            meter.settles(given["raw"])
            return form_in(given, shape)

    async def _repaired(
        self, prompt: Prompt, shape: type[Shape], meter: Meter, error: FaultError, until: float
    ) -> Shape:
        """The second attempt; `error` stands where it does not come in time."""
        messages = [*_messages(prompt), HumanMessage(instructions("repair").filled(problem=error.problem))]
        try:
            async with asyncio.timeout(until - monotonic()):
                return await self._form(messages, shape, meter)
        except TimeoutError:
            raise error from None

    async def _whole(self, messages: Sequence[BaseMessage]) -> tuple[AIMessage, str]:
        answer = await self._model.ainvoke(list(messages))
        return answer, ended(answer)

    async def _streamed(
        self, messages: Sequence[BaseMessage], meter: Meter, say: Callable[[str], None]
    ) -> tuple[AIMessage, str]:
        total, reason, written = AIMessageChunk(content=""), "", ""
        async for chunk in self._model.astream(list(messages)):
            total += chunk
            reason = ended(chunk) or reason
            if chunk.text:
                written += chunk.text
                meter.hears(written)
                if said := said_in(written):
                    say(said)
        return total, reason

    @contextmanager
    def _metered(self, messages: Sequence[BaseMessage], meter: Meter) -> Iterator[None]:
        """Counts what this question takes, also where it is broken off; what goes wrong becomes a FaultError."""
        meter.sends("".join(message.text for message in messages))
        try:
            with tracing_context(enabled=self._tracing):
                yield
        except Exception as error:
            fault = fault_in(error)
            meter.closes(free=fault.fault in FREE)
            raise fault from None


def _messages(prompt: Prompt) -> list[BaseMessage]:
    return [SystemMessage(prompt.system), HumanMessage(prompt.data)]
