"""Files become sections in a process that can do nothing else; whatever is wrong with one is a sentence."""

import io
import subprocess
import sys
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pypdf import PdfReader, PdfWriter

from journey.errors import CoachError
from knowledge.uploads.child import MEMORY
from knowledge.uploads.kinds import kind_of
from knowledge.uploads.parsing import parsed
from tests.unit.knowledge.uploads.files import docx, pdf

HTML = (
    b"<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body><nav>menu</nav><h1>Kop</h1>"
    b"<p>Een <b>vet</b> woord<br>en meer.</p><ul><li>een<ul><li>diep</li></ul></li></ul>"
    b"<script>steal()</script></body></html>"
)
MARKDOWN = b"---\ntitle: x\n---\n# Kop\n\nEen alinea\nover twee regels.\n\n- een\n- twee\n\n## Tweede\n\nMeer.\n"


def read(content: bytes) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in parsed(kind_of(content), content)]


def test_markdown_is_cut_at_its_headings():
    assert read(MARKDOWN) == [("Kop", "Een alinea over twee regels.\n\neen\n\ntwee"), ("Tweede", "Meer.")]


def test_html_gives_its_words_once_and_nothing_of_menus_scripts_and_styles():
    assert read(HTML) == [("Kop", "Een vet woord en meer.\n\neen\n\ndiep")]


def test_word_files_keep_their_headings():
    content = docx("Eerste alinea.", "Tweede &amp; laatste.", heading="Kop")
    assert read(content) == [("Kop", "Eerste alinea.\n\nTweede & laatste.")]


def test_pdf_files_are_read_page_by_page():
    assert read(pdf("Een regel over klanten.", "En nog een.")) == [("p. 1", "Een regel over klanten. En nog een.")]


@pytest.mark.parametrize(
    ("content", "looks_like"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "jfif"),
        (b"PK\x03\x04 something else", "zip"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "exe"),
        (b"\x00\x01\x02\x03", "?"),
        (b"<!-- a picture --> <svg onload='alert(1)'/>", "svg"),
        (b"<?xml version='1.0'?><rss/>", "xml"),
    ],
)
def test_what_a_file_is_goes_by_its_content_whatever_it_is_called(content, looks_like):
    with pytest.raises(CoachError) as refused:
        kind_of(content)
    assert refused.value.key == "articles.unknown"
    assert refused.value.values["looks_like"]


@pytest.mark.parametrize(
    ("kind", "content", "problem"),
    [
        ("pdf", b"%PDF-1.7 and then nothing", "articles.unreadable"),
        ("docx", docx("x")[:200], "articles.unreadable"),
        ("md", b"---\n---\n\n***\n", "articles.no_text"),
        ("md", b"woorden " * 90_000, "articles.too_long"),
    ],
)
def test_a_file_that_can_t_be_read_is_told_in_words(kind, content, problem):
    with pytest.raises(CoachError) as refused:
        parsed(kind, content)
    assert refused.value.key == problem


def test_a_pdf_with_a_password_says_so():
    writer, made = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Geheim.")))), io.BytesIO()
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(made)
    with pytest.raises(CoachError) as refused:
        parsed("pdf", made.getvalue())
    assert refused.value.key == "articles.locked"


def test_a_file_that_swells_beyond_its_memory_is_given_up_and_nothing_else_with_it():
    bomb = io.BytesIO(docx("Een regel."))
    with ZipFile(bomb, "a", ZIP_DEFLATED, compresslevel=1) as archive, archive.open("mammoth/style-map", "w") as part:
        for _ in range(MEMORY // 1_000_000):
            part.write(b"\n" * 1_000_000)
    assert len(bomb.getvalue()) < 5_000_000
    with pytest.raises(CoachError) as refused:
        parsed("docx", bomb.getvalue())
    assert refused.value.key == "articles.too_much"


def test_a_file_that_takes_too_long_is_given_up():
    with pytest.raises(CoachError) as refused:
        parsed("md", MARKDOWN, patience=0.01)
    assert refused.value.key == "articles.too_much"


REACHING = (
    "open(path, 'w')",
    "open(path, 'r+')",
    "os.open(path, os.O_RDONLY | os.O_CREAT | os.O_TRUNC)",
    "os.open(path + '2', os.O_WRONLY | os.O_CREAT)",
    "os.truncate(path, 0)",
    "os.remove(path)",
    "os.rename(path, path + '2')",
    "os.link(path, path + '2')",
    "os.symlink(path, path + '2')",
    "os.chmod(path, 0)",
    "os.utime(path, (0, 0))",
    "os.mkdir(path + '2')",
    "os.rmdir(os.path.dirname(path))",
    "os.kill(os.getpid(), 0)",
    "os.system('true')",
    "subprocess.run(['true'])",
    "socket.create_connection(('127.0.0.1', 9))",
)
#: Tells which acts it could begin.
TRYING = """
import os, socket, subprocess, sys
from knowledge.uploads.child import _refuse
sys.addaudithook(_refuse)
path, *acts = sys.argv[1:]
for act in acts:
    try:
        eval(act)
    except PermissionError:
        continue
    except OSError:
        pass
    print(act)
"""


def test_the_process_that_reads_files_reaches_nothing_beyond_itself(tmp_path):
    kept = tmp_path / "kept"
    kept.write_text("as it was", encoding="utf-8")
    tried = subprocess.run([sys.executable, "-c", TRYING, str(kept), *REACHING], capture_output=True, timeout=60)
    assert (tried.returncode, tried.stdout) == (0, b"")
    assert list(tmp_path.iterdir()) == [kept]
    assert kept.read_text(encoding="utf-8") == "as it was"
