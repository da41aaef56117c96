"""A finding as a run sees it: of which file, which one it is, and whether somebody has said to leave it alone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from celerylint.core.rule import Finding

BASELINE_FILE = "celerylint-baseline.json"


class Identity(NamedTuple):
    """What tells a finding of a file from others, and stays while the file is edited elsewhere: no number of a line is
    in it.

    `scope` is the qualified name of the class or function around it (`Order.charge`, empty at the top of a module),
    `text` its first line with blanks folded, `occurrence` counts from 0 those that are equal in all this.
    """

    code: str
    scope: str
    text: str
    occurrence: int = 0

    def fingerprint(self, path: str) -> str:
        """64 hexadecimal digits that no other finding of a run has, and that the next run gives it again."""
        from hashlib import sha256  # only for reports that hold it

        parts = (path, self.code, self.scope, self.text, str(self.occurrence))
        return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class Suppression(NamedTuple):
    """Why a finding is left alone: a comment in the file, or the baseline. `justification` is what was written there,
    often nothing. The kinds are those of SARIF."""

    kind: Literal["inSource", "external"]
    justification: str = ""


class Result(NamedTuple):
    """A finding of a file, with `path` as reports show it."""

    path: str
    finding: Finding
    identity: Identity
    lines: tuple[int, int]
    """The first and the last line that the finding is about: with a `def` its decorators and parameters as well, with
    the name of what is called its arguments."""
    suppression: Suppression | None = None
    baseline: Literal["new", "unchanged"] | None = None
    """Whether the baseline holds it; None without a baseline. What is unchanged, but not suppressed, has expired there.
    """
    is_changed: bool | None = None
    """Whether one of its lines was changed since the commit that was asked for; None if none was."""

    @property
    def is_reported(self) -> bool:
        """Whether it counts: what does not is for reports that know of suppressions."""
        return self.suppression is None and self.is_changed is not False

    @property
    def fingerprint(self) -> str:
        """The fingerprint of its identity."""
        return self.identity.fingerprint(self.path)
