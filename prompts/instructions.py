"""What a language model is told for an errand: a file with its version, filled in strictly."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import frontmatter

from prompts.template import render


@dataclass(frozen=True)
class Instructions:
    """The instructions for one errand; `version` rises with every change of what they ask."""

    version: int
    text: str

    def filled(self, **slots: object) -> str:
        """The instructions with their slots filled in; BrokenTextError where one is missing."""
        return render(self.text, **slots)


@cache
def instructions(errand: str) -> Instructions:
    """The instructions in `prompts/model/<errand>.md`."""
    file = resources.files("prompts") / "model" / f"{errand}.md"
    post = frontmatter.loads(file.read_text(encoding="utf-8"))
    return Instructions(version=int(str(post["version"])), text=post.content)
