"""Somebody who has no mouse: every step is a key, and where it goes can be seen."""

from playwright.sync_api import Locator, Page, expect

#: Keys that somebody would press before giving up.
_PATIENCE = 150
_HERE = "element => element === document.activeElement"
#: Whether there is a line around it.
_MARKED = """element => {
  const line = getComputedStyle(element);
  return line.outlineStyle !== "none" && parseFloat(line.outlineWidth) >= 2;
}"""


class Keyboard:
    """The keys of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def to(self, there: Locator, key: str = "Tab") -> None:
        """Presses a key until something has the focus, which must be seen then."""
        there.wait_for(state="attached")
        element = there.element_handle()
        for _ in range(_PATIENCE):
            if element.evaluate(_HERE):
                expect(there).to_be_in_viewport()
                assert element.evaluate(_MARKED), f"nobody sees that the focus is at {there}"
                return
            self._page.keyboard.press(key)
        raise AssertionError(f"{key} never gets to {there}")

    def presses(self, there: Locator, way: str = "Tab") -> None:
        """Goes there and presses it."""
        self.to(there, way)
        self._page.keyboard.press("Enter")

    def writes(self, there: Locator, text: str) -> None:
        """Goes to a field and types, in the place of what was there."""
        self.to(there)
        self._page.keyboard.press("Control+A")
        self._page.keyboard.insert_text(text)

    def chooses(self, there: Locator, name: str) -> None:
        """Goes to a list of choices and types the beginning of one."""
        self.to(there)
        self._page.keyboard.type(name)
        expect(there.locator("option:checked")).to_have_text(name)

    def jumps(self, name: str) -> None:
        """From the top of a conversation to one of its parts."""
        self._page.keyboard.press("Control+Home")
        self.to(self._page.get_by_role("link", name="Naar de inhoud"))
        self._page.keyboard.press("Enter")
        self.presses(self._page.locator(".jump").get_by_role("link", name=name))
