"""The root of all errors that a person is told about."""


class CoachError(Exception):
    """Something to tell a person in one sentence: `key` names the text in `prompts/texts`, `values` fills its slots."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(f"{key} {values}" if values else key)
        self.key = key
        self.values = values
