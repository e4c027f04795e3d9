"""A page that every browser and phone opens, by itself: no script, nothing loaded from elsewhere."""

from html import escape

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; }}
* {{ overflow-wrap: anywhere; }}
blockquote {{ margin: .3rem 0 1rem; padding-left: .8rem; border-left: 3px solid #0b6455; }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def page(title: str, markdown: str, language: str) -> str:
    """Markdown as a page. Tags in it stand as text, and diagrams, which no browser draws by itself, are left out."""
    from markdown_it import MarkdownIt  # seldom asked for

    reader = MarkdownIt("commonmark", {"html": False})
    tokens = [token for token in reader.parse(markdown) if not (token.type == "fence" and token.info == "mermaid")]
    body = reader.renderer.render(tokens, reader.options, {})
    return _PAGE.format(title=escape(title), body=body, language=language)
