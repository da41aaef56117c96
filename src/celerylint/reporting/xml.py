"""What the XML formats share."""

from __future__ import annotations

from celerylint.reporting.report import plain

_SPECIAL = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\\ufffe", "\uffff": "\\uffff"}
)


def element(name: str, attributes: dict[str, object], content: str = "") -> str:
    """An element. What XML cannot hold, control characters among it, is spelt out."""
    given = "".join(f' {key}="{text(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def text(value: object) -> str:
    """A value as the text of an element or an attribute."""
    return plain(str(value)).translate(_SPECIAL)


def document(element: str) -> str:
    """The document that an element is the root of."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{element}\n'
