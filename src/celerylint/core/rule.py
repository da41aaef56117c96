"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from celerylint.core.span import Span

if TYPE_CHECKING:
    from celerylint.core.rewrite import Rewrite

DOCUMENTATION = "https://celerylint.readthedocs.io/en/latest/rules"


class Severity(Enum):
    """What the bad code costs: ERROR it does not do what it says, WARNING it fails or loses data on a bad day, NOTE
    it is harder to operate. The value is how the JSON report spells it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Profile(Enum):
    """When a rule is on by itself: RECOMMENDED always, STRICT with `profile = "strict"`, PACK only with one of its
    convention packs. A strict rule may be in packs as well."""

    RECOMMENDED = "recommended"
    STRICT = "strict"
    PACK = "pack"


class Fix(Enum):
    """What can be done about a rule's findings: nothing, what a proof shows to change the hazard only (SAFE, done by
    `--fix`), or what somebody has to look at (UNSAFE, done by `--fix --unsafe-fixes`)."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"


class Placed(Protocol):
    """Anything that stands somewhere: every fact does."""

    @property
    def span(self) -> Span: ...


class Finding(NamedTuple):
    """One place where one rule applies. `message` is one line without the code and without a final stop; `fix` says how
    far `rewrite` can be trusted."""

    span: Span
    code: str
    name: str
    severity: Severity
    message: str
    rewrite: Rewrite | None = None
    fix: Fix = Fix.NONE

    @property
    def url(self) -> str:
        """The address of the rule's page."""
        return f"{DOCUMENTATION}/{self.name}/"


Findings = Iterator[Finding]
Kind = TypeVar("Kind")
Check = Callable[[Kind], Findings]


class Rule:
    """A hazard or a convention: metadata, and the checks that look for it in facts.

    The name comes from the rule's file, the series from its folder. `packs` are the convention packs that switch the
    rule on; which of their conventions it serves is written in the ledger (`linter/conventions.toml`). `contradicts`
    names rules that ask for the opposite: two packs cannot switch on both. It is written at one of the two. In a file
    without any of the `words` (spelt as those of a kind of facts) the rule finds nothing, whatever facts it holds.
    """

    def __init__(
        self,
        module: str,
        *,
        code: int,
        message: str,
        severity: Severity,
        profile: Profile,
        packs: tuple[str, ...] = (),
        fix: Fix = Fix.NONE,
        contradicts: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
    ) -> None:
        self.module = module
        self.code = f"CEL{code:03}"
        self.message = message
        self.severity = severity
        self.profile = profile
        self.packs = packs
        self.fix = fix
        self.contradicts = contradicts
        self.words = words
        self.checks: list[tuple[type[Any], Check[Any]]] = []
        series, name = module.split(".")[-2:]
        self.series = series
        self.name = name.replace("_", "-")

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of the kinds of facts that it looks at."""
        return tuple(dict.fromkeys(kind.__name__ for kind, _ in self.checks))

    def check(self, kind: type[Kind]) -> Callable[[Check[Kind]], Check[Kind]]:
        """Subscribe the decorated function to a kind of fact."""

        def subscribe(function: Check[Kind]) -> Check[Kind]:
            self.checks.append((kind, function))
            return function

        return subscribe

    def at(
        self,
        place: Span | Placed,
        message: str | None = None,
        rewrite: Rewrite | None = None,
        fix: Fix | None = None,
        /,
        **words: object,
    ) -> Finding:
        """A finding at a fact or a span; `words` fill the braces of the rule's message, or of the one given. `rewrite`
        mends it, as safely as the rule's norm is, or less so if `fix` says it."""
        span = place if isinstance(place, Span) else place.span
        text = (message or self.message).format(**words)
        offered = Fix.NONE if rewrite is None else fix or self.fix
        if rewrite and (self.fix is Fix.NONE or (offered is Fix.SAFE and self.fix is Fix.UNSAFE)):
            raise ValueError(f"{self.code} has no fix that is {offered.value}")
        return Finding(span, self.code, self.name, self.severity, " ".join(text.split()), rewrite, offered)
