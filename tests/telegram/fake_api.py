"""A Bot API on loopback with Telegram's own rules, for real python-telegram-bot to talk to.

It runs in a thread of its own, so that a test can act as the owners while a bot runs in another thread or process:

    with FakeTelegram() as api:
        ...                      # a bot with api.token at api.url
        api.say(7, "hallo")      # an owner writes
        api.press(7, "Winkel")   # and taps a button that is still there
        api.replies(7)           # what the owner sees
"""

import asyncio
import json
import re
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from email.utils import formatdate
from typing import Any, Self

from aiohttp import web

from tests.telegram.fake_limits import Rates
from tests.telegram.fake_markup import BadMarkupError, plain, units
from tests.telegram.fake_profile import ProfileMethods
from tests.telegram.fake_records import Call, Chat, Fault, RefusalError, Sent
from tests.telegram.fake_webhook import Webhook

TOKEN = "4242:a-token_of-the-fake"
_BOT = {"id": 4242, "is_bot": True, "first_name": "Journey Coach", "username": "journey_coach_bot"}
_ME = {
    **_BOT,
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
_ON_REQUEST_ONLY = {"chat_member", "message_reaction", "message_reaction_count"}
_ACTIONS = {"typing", "upload_document", "upload_photo", "record_voice", "upload_voice", "choose_sticker"}
_MEDIA: dict[str, Any] = {
    "voice": {"file_id": "v", "file_unique_id": "v", "duration": 3},
    "audio": {"file_id": "a", "file_unique_id": "a", "duration": 3},
    "video_note": {"file_id": "n", "file_unique_id": "n", "duration": 3, "length": 240},
    "photo": [{"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}],
    "video": {"file_id": "f", "file_unique_id": "f", "width": 90, "height": 90, "duration": 3},
    "sticker": {
        "file_id": "s",
        "file_unique_id": "s",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    },
    "document": {"file_id": "d", "file_unique_id": "d", "file_name": "prijzen.pdf"},
    "location": {"latitude": 51.05, "longitude": 3.72},
    "contact": {"phone_number": "+32470000000", "first_name": "An"},
    "dice": {"emoji": "🎲", "value": 4},
}


class FakeTelegram(ProfileMethods):
    """The fake. `calls` are the methods the bot called, with the time; `profile` and `commands` what it set for each
    language, `files` what owners uploaded; `rates` is what it may send, `webhook` the one
    that is set, `balance` the addresses of workers behind it, `ahead` the seconds its clock is ahead of ours."""

    def __init__(self, token: str = TOKEN, port: int = 0, rates: Rates | None = None) -> None:
        self.token = token
        self.rates = rates
        self.webhook: Webhook | None = None
        self.balance: list[str] = []
        self.ahead = 0.0
        self.calls: list[Call] = []
        super().__init__()
        self.files: dict[str, bytes] = {"v": b"OggS a voice", "a": b"ID3 a sound", "n": b"ftyp a note"}
        self.port = port
        self._chats: dict[int, Chat] = {}
        self._pending: dict[int, dict[str, Any]] = {}
        self._queries: set[str] = set()
        self._faults: list[Fault] = []
        self._allowed: set[str] | None = None
        self._polls = 0
        self._next_update = 700_000_000
        self._next_query = 1
        self._changed = threading.Condition(threading.RLock())
        self._loop = asyncio.new_event_loop()
        self._arrived: asyncio.Event
        self._thread = threading.Thread(target=self._loop.run_forever, name="fake-telegram", daemon=True)

    # --- running it

    def __enter__(self) -> Self:
        self._thread.start()
        self._runner = self._in_loop(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        self._in_loop(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    @property
    def url(self) -> str:
        """What TELEGRAM_API_URL must be."""
        return f"http://127.0.0.1:{self.port}"

    # --- acting as people

    def say(self, chat: int, text: str, **extra: Any) -> int:
        """The owner of a private chat (or somebody in a group, below 0) writes; the id of the update."""
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}] if text[:1] == "/" else []
        return self._message(chat, {"text": text, **({"entities": entities} if entities else {}), **extra})

    def show(self, chat: int, media: str, caption: str = "") -> int:
        """The owner sends a voice note, photo, sticker … of `_MEDIA`."""
        content = {media: _MEDIA[media], **({"caption": caption} if caption else {})}
        if media == "video":
            content["caption"] = caption
        return self._message(chat, content)

    def edit(self, chat: int, text: str, of: str = "") -> int:
        """The owner edits a message: the newest that said `of`."""
        with self._changed:
            said = self._chat(chat).said
            number = next((n for n in reversed(said) if of in said[n]), None) if of else None
            message = {**self._base(chat), "text": text, "edit_date": int(time.time())}
            if number is not None:
                message["message_id"], said[number] = number, text
        return self.push({"edited_message": message})

    def press(self, chat: int, button: str) -> int:
        """The owner taps the button with this label or payload, the lowest that is there."""
        with self._changed:
            for sent in reversed(self._chats[chat].sent):
                for label, payload in (pair for row in sent.buttons for pair in row):
                    if button in (label, payload):
                        return self._press(chat, sent, payload)
            there = [pair for sent in self._chats[chat].sent for row in sent.buttons for pair in row]
        raise LookupError(f"no button {button!r} in chat {chat}; there are {there}")

    def join(self, group: int) -> int:
        """Somebody adds the bot to a group."""
        member = {"user": _BOT, "status": "left"}
        base = self._base(group)
        change = {"chat": base["chat"], "from": base["from"], "date": base["date"]}
        return self.push(
            {"my_chat_member": {**change, "old_chat_member": member, "new_chat_member": {**member, "status": "member"}}}
        )

    def block(self, chat: int, blocked: bool = True) -> None:
        """The owner blocks the bot (or no longer)."""
        with self._changed:
            self._chat(chat).blocked = blocked

    def upgrade(self, group: int, supergroup: int) -> None:
        """A group becomes a supergroup."""
        with self._changed:
            self._chat(group).moved = supergroup
            self._chat(supergroup)

    def push(self, update: dict[str, Any], update_id: int | None = None) -> int:
        """Any update, as Telegram would queue it."""
        with self._changed:
            update_id = self._next_update if update_id is None else update_id
            self._next_update = max(self._next_update, update_id) + 1
            kind = next(iter(update))
            if kind in self._allowed if self._allowed else kind not in _ON_REQUEST_ONLY:
                self._pending[update_id] = {"update_id": update_id, **update}
        self._loop.call_soon_threadsafe(self._queued)
        return update_id

    # --- what they see

    def replies(self, chat: int) -> list[Sent]:
        """The messages of the bot in a chat, in order."""
        with self._changed:
            return list(self._chats[chat].sent) if chat in self._chats else []

    def texts(self, chat: int) -> list[str]:
        """Their texts, as a person reads them."""
        return [sent.text for sent in self.replies(chat)]

    def pending(self) -> int:
        """Updates that are not acknowledged yet."""
        with self._changed:
            return len(self._pending)

    def called(self, method: str) -> list[Call]:
        """Calls of one method."""
        with self._changed:
            return [call for call in self.calls if call.method == method]

    def wait(self, until: Callable[[], object], timeout: float = 20.0) -> None:
        """Waits until something holds. AssertionError where it does not in time."""
        end = time.monotonic() + timeout
        with self._changed:
            while not until():
                left = end - time.monotonic()
                if left <= 0:
                    seen = {chat: self.texts(chat) for chat in self._chats}
                    raise AssertionError(f"not in {timeout} s; the chats: {seen}; calls: {self.calls[-20:]}")
                self._changed.wait(min(left, 0.05))

    def wait_for(self, chat: int, replies: int, timeout: float = 20.0) -> list[Sent]:
        """Waits until a chat has this many replies."""
        self.wait(lambda: len(self.replies(chat)) >= replies, timeout)
        return self.replies(chat)

    # --- faults

    def fail(self, fault: Fault) -> None:
        """The next calls that `fault` is for go wrong."""
        with self._changed:
            self._faults.append(fault)

    def mend(self) -> None:
        """Nothing goes wrong any more."""
        with self._changed:
            self._faults.clear()

    # --- the server

    def _queued(self) -> None:
        self._arrived.set()
        if self.webhook:
            self.webhook.deliver(self._note)

    def _note(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _in_loop(self, work: Any) -> Any:
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result(10)

    async def _start(self) -> web.AppRunner:
        self._arrived = asyncio.Event()
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/files/{file}", self._download)
        app.on_response_prepare.append(self._dated)
        runner = web.AppRunner(app, shutdown_timeout=1, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = runner.addresses[0][1]
        return runner

    async def _close(self) -> None:
        self._polls += 1  # ends a call that is held open
        self._arrived.set()
        await self._unhook()
        await self._runner.cleanup()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = await _parameters(request)
        try:
            self._known(request.match_info["token"])
            fault = self._noted(method, given)
            if fault and not fault.applied:
                return _failing(request, fault)
            result = await self._answer(method, given)
            return _failing(request, fault) if fault else web.json_response({"ok": True, "result": result})
        except RefusalError as refusal:
            return _error(refusal.code, refusal.description, refusal.parameters)
        finally:
            with self._changed:
                self._changed.notify_all()

    async def _dated(self, _: web.Request, response: web.StreamResponse) -> None:
        response.headers["Date"] = formatdate(time.time() + self.ahead, usegmt=True)

    def _known(self, token: str) -> None:
        if token != self.token:
            number, _, secret = token.partition(":")
            raise RefusalError(401, "Unauthorized") if number.isdigit() and secret else RefusalError(404, "Not Found")

    def _noted(self, method: str, given: dict[str, Any]) -> Fault | None:
        with self._changed:
            self.calls.append(Call(method, given, time.monotonic()))
            for fault in self._faults:
                if fault.strikes(method, given):
                    fault.times -= 1
                    if not fault.times:
                        self._faults.remove(fault)
                    return fault
        return None

    async def _answer(self, method: str, given: dict[str, Any]) -> Any:
        if method == "getUpdates":
            return await self._get_updates(given)
        if method == "setWebhook":
            return await self._set_webhook(given)
        if method == "deleteWebhook":
            return await self._delete_webhook(given)
        handler = getattr(self, f"_on_{method}", None)
        if handler is None:
            raise RefusalError(404, "Not Found: method not found")
        with self._changed:
            return handler(given)

    # --- methods

    async def _get_updates(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        """Acknowledges all below the offset; holds the call while nothing is there; one call at a time."""
        if self.webhook:
            raise RefusalError(409, "Conflict: can't use getUpdates method while webhook is active")
        self._acknowledge(int(given.get("offset") or 0))
        if given.get("allowed_updates") is not None:
            self._allowed = set(given["allowed_updates"]) or None
        self._polls += 1
        mine, end = self._polls, time.monotonic() + min(float(given.get("timeout") or 0), 50)
        while not self._pending and (left := end - time.monotonic()) > 0 and mine == self._polls:
            self._arrived.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._arrived.wait(), min(left, 0.25))
        if mine != self._polls:
            raise RefusalError(409, "Conflict: terminated by other getUpdates request; only one may run")
        with self._changed:
            limit = min(max(int(given.get("limit") or 100), 1), 100)
            return [self._pending[number] for number in sorted(self._pending)][:limit]

    def _acknowledge(self, offset: int) -> None:
        with self._changed:
            if offset < 0:
                offset = ([0] * -offset + sorted(self._pending))[offset]
            for number in [number for number in self._pending if number < offset]:
                del self._pending[number]

    def _on_getMe(self, _: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        return _ME

    async def _set_webhook(self, given: dict[str, Any]) -> bool:
        url, secret = given.get("url") or "", given.get("secret_token") or ""
        if not url:
            return await self._delete_webhook(given)
        if not url.startswith("http"):
            raise RefusalError(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise RefusalError(400, "Bad Request: secret token contains unallowed characters")
        replaced = self.webhook
        self._allowed = set(given.get("allowed_updates") or []) or None
        self._polls += 1
        self.webhook = Webhook(self._pending, url, secret, int(given.get("max_connections") or 40))
        if replaced:
            await replaced.close()
        self.webhook.balance = self.balance
        self._queued()
        return True

    async def _delete_webhook(self, given: dict[str, Any]) -> bool:
        await self._unhook()
        if str(given.get("drop_pending_updates")).lower() == "true":
            self._pending.clear()
        return True

    async def _unhook(self) -> None:
        replaced, self.webhook = self.webhook, None
        if replaced:
            await replaced.close()

    def _on_getWebhookInfo(self, _: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        url = self.webhook.url if self.webhook else ""
        error = self.webhook.error if self.webhook else {}
        return {"url": url, "has_custom_certificate": False, "pending_update_count": len(self._pending), **error}

    def _on_sendMessage(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        chat = self._reachable(given)
        text = _rendered(given, "text")
        if not text.strip():
            raise RefusalError(400, "Bad Request: message text is empty")
        if units(text) > 4096:
            raise RefusalError(400, "Bad Request: message is too long")
        return self._sent(chat, Sent(chat.new_id(), text.strip(), _keyboard(given), given=given))

    def _on_sendMessageDraft(self, given: dict[str, Any]) -> bool:  # noqa: N802
        chat = self._reachable(given)
        if chat.id < 0:
            raise RefusalError(400, "Bad Request: TEXTDRAFT_PEER_INVALID")
        if not int(given.get("draft_id") or 0):
            raise RefusalError(400, "Bad Request: DRAFT_ID_INVALID")
        if units(_rendered(given, "text")) > 4096:
            raise RefusalError(400, "Bad Request: message is too long")
        if self.rates:
            self.rates.count(chat.id)
        return True

    def _on_sendDocument(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        chat = self._reachable(given)
        caption = _rendered(given, "caption")
        if units(caption) > 1024:
            raise RefusalError(400, "Bad Request: message caption is too long")
        if not isinstance(given.get("document"), tuple):
            raise RefusalError(400, "Bad Request: there is no document in the request")
        if not given["document"][1]:
            raise RefusalError(400, "Bad Request: file must be non-empty")
        sent = Sent(chat.new_id(), caption, _keyboard(given), given["document"], given)
        return self._sent(chat, sent)

    def _on_sendChatAction(self, given: dict[str, Any]) -> bool:  # noqa: N802
        self._reachable(given)
        if given.get("action") not in _ACTIONS:
            raise RefusalError(400, "Bad Request: wrong parameter action in request")
        return True

    def _on_answerCallbackQuery(self, given: dict[str, Any]) -> bool:  # noqa: N802
        if given.get("callback_query_id") not in self._queries:
            raise RefusalError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        if len(given.get("text") or "") > 200:
            raise RefusalError(400, "Bad Request: MESSAGE_TOO_LONG")
        self._queries.remove(given["callback_query_id"])
        return True

    def _on_editMessageReplyMarkup(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        chat = self._reachable(given)
        sent = next((sent for sent in chat.sent if sent.id == int(given.get("message_id") or 0)), None)
        if sent is None:
            raise RefusalError(400, "Bad Request: message to edit not found")
        buttons = _keyboard(given)
        if buttons == sent.buttons:
            raise RefusalError(400, "Bad Request: message is not modified")
        sent.buttons = buttons
        return self._shown(chat, sent)

    def _on_editMessageText(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        return self._reworded(given, "text", 4096)

    def _on_editMessageCaption(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        return self._reworded(given, "caption", 1024)

    def _reworded(self, given: dict[str, Any], name: str, most: int) -> dict[str, Any]:
        chat = self._reachable(given)
        sent = next((sent for sent in chat.sent if sent.id == int(given.get("message_id") or 0)), None)
        if sent is None or bool(sent.document) != (name == "caption"):
            raise RefusalError(400, "Bad Request: there is no text in the message to edit")
        text, buttons = _rendered(given, name), _keyboard(given)
        if units(text) > most:
            raise RefusalError(400, "Bad Request: MESSAGE_TOO_LONG")
        if (text, buttons) == (sent.text, sent.buttons):
            raise RefusalError(400, "Bad Request: message is not modified")
        sent.text, sent.buttons = text, buttons
        return self._shown(chat, sent)

    def _on_getFile(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        content = self.files.get(str(given.get("file_id")))
        if content is None:
            raise RefusalError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(content) > 20_000_000:
            raise RefusalError(400, "Bad Request: file is too big")
        file = str(given["file_id"])
        return {"file_id": file, "file_unique_id": file, "file_size": len(content), "file_path": f"files/{file}"}

    async def _download(self, request: web.Request) -> web.StreamResponse:
        content = self.files.get(request.match_info["file"])
        known = request.match_info["token"] == self.token and content is not None
        return web.Response(body=content) if known else web.Response(status=404)

    # --- what they need

    def _chat(self, chat: int) -> Chat:
        return self._chats.setdefault(chat, Chat(chat))

    def _reachable(self, given: dict[str, Any]) -> Chat:
        chat = self._chats.get(int(given.get("chat_id") or 0))
        if chat is None:
            raise RefusalError(400, "Bad Request: chat not found")
        if chat.blocked:
            raise RefusalError(403, "Forbidden: bot was blocked by the user")
        if chat.moved:
            told = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusalError(400, told, migrate_to_chat_id=chat.moved)
        return chat

    def _sent(self, chat: Chat, sent: Sent) -> dict[str, Any]:
        if self.rates:
            self.rates.count(chat.id)
        chat.sent.append(sent)
        return self._shown(chat, sent)

    def _shown(self, chat: Chat, sent: Sent) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "message_id": sent.id,
            "from": _BOT,
            "chat": chat.shown(),
            "date": int(sent.at),
        }
        if sent.document:
            name = sent.document[0]
            shown |= {"document": {"file_id": "d", "file_unique_id": "d", "file_name": name}, "caption": sent.text}
        else:
            shown["text"] = sent.text
        if sent.buttons:
            rows = [[{"text": label, "callback_data": data} for label, data in row] for row in sent.buttons]
            shown["reply_markup"] = {"inline_keyboard": rows}
        return shown

    def _message(self, chat: int, content: dict[str, Any]) -> int:
        with self._changed:
            message = {**self._base(chat), **content}
            self._chat(chat).said[message["message_id"]] = content.get("text", "")
        return self.push({"message": message})

    def _base(self, chat: int) -> dict[str, Any]:
        with self._changed:
            known = self._chat(chat)
            return {
                "message_id": known.new_id(),
                "from": known.person(),
                "chat": known.shown(),
                "date": int(time.time()),
            }

    def _press(self, chat: int, sent: Sent, payload: str) -> int:
        known = self._chats[chat]
        query = f"q{self._next_query}"
        self._next_query += 1
        self._queries.add(query)
        return self.push(
            {
                "callback_query": {
                    "id": query,
                    "from": known.person(),
                    "message": self._shown(known, sent),
                    "chat_instance": f"i{chat}",
                    "data": payload,
                }
            }
        )


async def _parameters(request: web.Request) -> dict[str, Any]:
    given: dict[str, Any] = {name: _decoded(value) for name, value in request.query.items()}
    if request.content_type == "application/json":
        return {**given, **await request.json()}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            given[name] = (value.filename, value.file.read())
        else:
            given[name] = _decoded(value)
    return given


def _decoded(value: Any) -> Any:
    """Nested parameters come as JSON in a form."""
    if isinstance(value, str) and value[:1] in "[{":
        with suppress(ValueError):
            return json.loads(value)
    return value


def _rendered(given: dict[str, Any], name: str) -> str:
    text = given.get(name) or ""
    text = text if isinstance(text, str) else json.dumps(text)
    mode = given.get("parse_mode") or ""
    if not mode:
        return text
    if mode != "HTML":
        raise RefusalError(400, f"Bad Request: unsupported parse_mode {mode}")
    try:
        return plain(text)
    except BadMarkupError as error:
        raise RefusalError(400, f"Bad Request: can't parse entities: {error}") from error


def _keyboard(given: dict[str, Any]) -> list[list[tuple[str, str]]]:
    markup = given.get("reply_markup") or {}
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else json.loads(markup)["inline_keyboard"]
    found = [[(button.get("text") or "", button.get("callback_data") or "") for button in row] for row in rows]
    for label, data in (pair for row in found for pair in row):
        if not label.strip():
            raise RefusalError(400, "Bad Request: can't parse inline keyboard button: Text buttons must be non-empty")
        if not 1 <= len(data.encode()) <= 64:
            raise RefusalError(400, "Bad Request: BUTTON_DATA_INVALID")
    return [row for row in found if row]


def _failing(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.code == 0:
        if request.transport:
            request.transport.abort()
        return web.Response(status=500)
    if fault.code == 429:
        told = f"Too Many Requests: retry after {fault.retry_after}"
        return _error(429, told, {"retry_after": fault.retry_after})
    return _error(fault.code, fault.description or "Internal Server Error", {})


def _error(code: int, description: str, parameters: dict[str, Any]) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.json_response(body, status=code)
