"""What becomes of the message whose button was tapped. All is best effort: a keyboard that stays only looks untidy."""

from collections.abc import Sequence
from contextlib import suppress

from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.formatting import CAPTION_LIMIT, NO_PREVIEW, TEXT_LIMIT, escaped, keyboard, length
from coaching.message import Reply

_TICK = "✓ "
_DONE = ":done"


async def ticked(bot: Bot, query: CallbackQuery, reply: Reply) -> bool:
    """Shows the buttons of `reply` in place of those that were tapped; False where that can't be done."""
    if not isinstance(query.message, Message):
        return False
    chat, number = query.message.chat.id, query.message.message_id
    try:
        await bot.edit_message_reply_markup(chat, number, reply_markup=keyboard(reply.buttons))
    except BadRequest as error:
        return "not modified" in error.message.lower()
    except TelegramError:
        return False
    return True


async def used(bot: Bot, query: CallbackQuery, *, past: bool) -> None:
    """Takes the tapped keyboard away; what was chosen stays readable below the words, unless the tap came too late."""
    message = query.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return
    labels = () if past else chosen(message.reply_markup, query.data or "")
    with suppress(TelegramError):
        if not labels or not await _written_below(bot, message, "\n".join(labels)):
            await bot.edit_message_reply_markup(message.chat.id, message.message_id, reply_markup=None)


def chosen(markup: InlineKeyboardMarkup, payload: str) -> Sequence[str]:
    """What was chosen with a tap on `payload`, each with a tick: the button, or all that were ticked before."""
    buttons = [button for row in markup.inline_keyboard for button in row]
    before = tuple(button.text for button in buttons if button.text.startswith(_TICK))
    if payload.endswith(_DONE) and before:
        return before
    return tuple(f"{_TICK}{button.text}" for button in buttons if button.callback_data == payload)[:1]


async def _written_below(bot: Bot, message: Message, words: str) -> bool:
    """Adds `words` to the message, which loses its keyboard; False where there is no room."""
    chat, number = message.chat.id, message.message_id
    text = f"{message.text or message.caption or ''}\n\n{words}".strip()
    if length(text) > (TEXT_LIMIT if message.text else CAPTION_LIMIT):
        return False
    if message.text:
        await bot.edit_message_text(
            escaped(text), chat, number, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        )
    else:
        await bot.edit_message_caption(chat, number, caption=escaped(text), parse_mode=ParseMode.HTML)
    return True
