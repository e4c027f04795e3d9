"""Files turned into sections: a heading and the text below it. Runs in a process of its own (see child.py)."""

import io
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from coaching.desk.articles import Section
from journey.errors import CoachError
from knowledge.uploads.kinds import text_of

#: Characters of an article at most: some 200 pages.
LONGEST = 600_000
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_BLOCKS = (
    "h1, h2, h3, h4, h5, h6, p, li, td, th, blockquote, pre, dt, dd, div, section, article, main, body, figcaption"
)
_INLINE = (
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "em",
    "font",
    "i",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
)
_NOISE = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "iframe",
    "svg",
    "button",
)
_BREAK = re.compile(r"\n\s*\n")
_HYPHEN = re.compile(r"(?<=\w)-\n(?=[a-zà-ÿ])")


def sections_of(kind: str, content: bytes) -> tuple[Section, ...]:
    """What a file says. CoachError where there is nothing to read, or too much."""
    sections = tuple(_READERS[kind](content))
    length = sum(len(section.text) for section in sections)
    if not any(character.isalpha() for section in sections for character in section.text):
        raise CoachError("articles.no_text")
    if length > LONGEST:
        raise CoachError("articles.too_long")
    return sections


def _of_html(content: bytes) -> Iterator[Section]:
    return _of_tree(text_of(content))


def _of_markdown(content: bytes) -> Iterator[Section]:
    text = re.sub(r"\A---\n.*?\n---\n", "", text_of(content).replace("\r\n", "\n"), flags=re.DOTALL)
    return _of_tree(MarkdownIt("commonmark", {"html": False}).enable("table").render(text))


def _of_word(content: bytes) -> Iterator[Section]:
    import mammoth

    made = mammoth.convert_to_html(io.BytesIO(content), convert_image=mammoth.images.img_element(lambda _: {}))
    return _of_tree(made.value)


def _of_pdf(content: bytes) -> Iterator[Section]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise CoachError("articles.locked")
    for number, page in enumerate(reader.pages, 1):
        text = _HYPHEN.sub("", page.extract_text())
        paragraphs = (" ".join(part.split()) for part in _BREAK.split(text))
        yield Section(heading=f"p. {number}", text="\n\n".join(filter(None, paragraphs)))


def _of_tree(html: str) -> Iterator[Section]:
    """The blocks of a page in order; each gives its own words, not those of the blocks inside it."""
    tree = LexborHTMLParser(html)
    tree.strip_tags(list(_NOISE))
    for line_break in tree.css("br"):
        line_break.replace_with("\n")
    tree.unwrap_tags(list(_INLINE))
    heading, paragraphs = "", list[str]()
    for node in tree.css(_BLOCKS):
        text = " ".join(node.text(deep=False, separator="").split())
        if node.tag not in _HEADINGS:
            paragraphs += [text] if text else []
            continue
        if paragraphs:
            yield Section(heading=heading, text="\n\n".join(paragraphs))
        heading, paragraphs = text, []
    if paragraphs:
        yield Section(heading=heading, text="\n\n".join(paragraphs))


_READERS = {"html": _of_html, "md": _of_markdown, "docx": _of_word, "pdf": _of_pdf}
