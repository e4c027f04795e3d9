"""What comes in by addresses and forms, within bounds that every database keeps to."""

from typing import Annotated

from fastapi import Form, Path, Query
from pydantic import AfterValidator, Field

from coaching.message import storable

_Text = Annotated[str, AfterValidator(storable)]
#: The id of a conversation or an article, or the code of a coach, in an address.
Id = Annotated[_Text, Path(max_length=64)]
#: What somebody wrote: a note, a question, a line of a plan.
Words = Annotated[_Text, Form(max_length=4000)]
#: A name, a title, a choice.
Short = Annotated[_Text, Form(max_length=200)]
#: A password, or half of a pair of them.
Secret = Annotated[_Text, Form(max_length=400)]
#: A tag, and a place in a plan.
Tag = Annotated[_Text, Form(max_length=40)]
Place = Annotated[_Text, Form(max_length=60)]
#: Something asked for in an address.
Asked = Annotated[_Text, Query(max_length=300)]
#: A number that every database can hold.
Number = Annotated[int, Field(ge=0, le=2**31 - 1)]
