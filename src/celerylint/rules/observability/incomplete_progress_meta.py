"""PROGRESS is stored without `current` or `total`.

Whoever asks for the state gets what is stored with it, and nothing else: a percentage alone says neither how many there
are nor how many are left, and a page that reads `info["total"]` ends in a KeyError.

Store both, `meta={"current": done, "total": total}`, and more beside them as needed. Turn it on when every reader of
progress expects these two.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.state_update import StateUpdate

rule = Rule(
    __name__,
    code=816,
    message="whoever reads this progress finds no {missing}; store `current` and `total` with PROGRESS",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("task-definition", "queue-operations"),
)


@rule.check(StateUpdate)
def check(update: StateUpdate) -> Findings:
    if update.missing_progress:
        yield rule.at(update, missing=" and no ".join(f"`{key}`" for key in update.missing_progress))
