"""Addresses, and what messengers make a tap of."""

import pytest

from coaching.assisting.links import links_in


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("kijk op https://evil.example/x nu", "https://evil.example/x"),
        ("of tg://resolve?domain=x", "tg://resolve?domain=x"),
        ("of www.evil", "www.evil"),
        ("of evil.ru", "evil.ru"),
        ("of EVIL.COM", "EVIL.COM"),
        ("of evil．com", "evil．com"),
        ("of evil。com", "evil。com"),
        ("of еvil.com", "еvil.com"),
        ("mail noor@korst.be", "noor@korst.be"),
        ("volg @dekorst", "@dekorst"),
        ("typ /delete", "/delete"),
    ],
)
def test_an_address_is_found_as_it_stands(text: str, link: str) -> None:
    assert links_in(text) == (link,)


@pytest.mark.parametrize(
    "text", ["brood en/of taart", "d.w.z. zo, o.a. hier, a.u.b.", "om 9.30 uur voor 2.50", "Klaar.Nu verder", "3/4 vol"]
)
def test_what_is_no_address_is_left(text: str) -> None:
    assert links_in(text) == ()
