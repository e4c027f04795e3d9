"""Where talks are kept: tables, migrations and the repositories behind the coach's ports."""
