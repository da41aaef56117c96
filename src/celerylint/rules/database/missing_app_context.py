"""A task uses Flask-SQLAlchemy without an application context.

`db.session` and `Model.query` look up the engine of the current application. A web request has one; a worker runs a
task without, unless the class of the task or the task itself pushes it: "Working outside of application context" is
raised at the first use.

Do the work in `with app.app_context():`, or give the Celery app a task class whose `__call__` does so, as the
documentation of Flask shows. Turn it on when tasks push the context by hand.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.contextless_use import ContextlessUse

rule = Rule(
    __name__,
    code=317,
    message="`{task}` pushes no application context around this, so it raises RuntimeError; "
    "do the work in `with app.app_context():`",
    severity=Severity.ERROR,
    profile=Profile.PACK,
    packs=("queue-operations",),
)


@rule.check(ContextlessUse)
def check(use: ContextlessUse) -> Findings:
    yield rule.at(use, task=use.task.name)
