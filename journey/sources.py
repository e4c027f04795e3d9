"""The five articles the knowledge rests on, cited by publisher and title."""

from pydantic import BaseModel, ConfigDict


class Source(BaseModel):
    """A published article. `publisher` is empty where the article names none."""

    model_config = ConfigDict(frozen=True)

    key: str
    publisher: str
    title: str

    def citation(self) -> str:
        """Publisher and title as one line."""
        return f"{self.publisher}, “{self.title}”" if self.publisher else f"“{self.title}”"


SOURCES: dict[str, Source] = {
    s.key: s
    for s in (
        Source(key="vanselfie", publisher="VanSelfie", title="De stappen van de customer journey"),
        Source(key="dazzle", publisher="Dazzle", title="De customer journey uitgelegd"),
        Source(key="wux", publisher="Wux", title="Customer journey"),
        Source(key="inteleo", publisher="Inteleo", title="Wat is een Customer Journey?"),
        Source(key="email-marketing", publisher="", title="Customer Journey: Alles wat je moet weten"),
    )
}
