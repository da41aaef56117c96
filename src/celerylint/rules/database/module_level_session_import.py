"""What opens the sessions of a task is imported at the top of its file.

Whoever imports the task imports the database with it: the process of a web server that only sends the task, a shell,
the scheduler. Each loads the models and makes an engine that nobody uses there.

Import it in the coroutine that opens the session. Turn it on when tasks are sent by processes that have no business
with the database.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.session_opening import SessionOpening

rule = Rule(
    __name__,
    code=336,
    message="whoever sends `{task}` imports `{module}` too; import it in the coroutine that opens the session",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("task-definition", "async-runner"),
)


@rule.check(SessionOpening)
def check(opening: SessionOpening) -> Findings:
    imported = opening.early_import
    if imported and opening.code.is_coroutine:
        place = opening.module.span(imported)
        yield rule.at(place, task=opening.code.owner_name, module="." * imported.level + (imported.module or ""))
