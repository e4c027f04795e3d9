"""Asks the language model of the settings one question, as a process with an environment of its own.

LLM=gpt-test LLM_BASE_URL=http://127.0.0.1:1234/v1 python -m tests.llm.asking_once "mijn zaak heet De Zilvervos"
"""

import sys

from langchain_core.tracers.langchain import wait_for_all_tracers

from app.language_model import language_model
from app.settings import load_settings
from app.watching.privacy import keep_to_ourselves
from coaching.thinking import Errand, Prompt
from tests.fakes.usage import KeptUsage


def main() -> None:
    keep_to_ourselves()
    model = language_model(load_settings(), KeptUsage(), lambda _: None)
    sys.stdout.write(str(model.written(Prompt(Errand.THEORY, "You are brief.", sys.argv[1]), lambda _: None)))
    wait_for_all_tracers()
    model.close()


if __name__ == "__main__":
    main()
