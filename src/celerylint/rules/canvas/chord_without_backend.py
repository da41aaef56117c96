"""A chord is built for an app whose results cannot be joined.

A chord has to find the results of its header. Without a result backend, and with `rpc://`, starting one raises
NotImplementedError. The same goes for a group that is joined to a task by `|` or in a chain, which Celery makes a chord
of.

Set `result_backend` to one that all processes share, such as Redis or a database.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.chord import Chord

rule = Rule(
    __name__,
    code=607,
    message="the app has no result backend, so starting this chord raises NotImplementedError; set `result_backend`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
RPC = "the backend `{backend}://` knows no chords, so starting this one raises NotImplementedError; use another backend"


@rule.check(Chord)
def check(chord: Chord) -> Findings:
    if chord.has_no_backend:
        yield rule.at(chord, RPC if chord.backend else None, backend=chord.backend)
