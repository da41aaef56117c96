"""One chain object is sent more than once.

From Celery 5.7 on a chain keeps the id of its first dispatch. Sent again, its tasks run, but every run has one and the
same id: the later results overwrite the first, or are taken for it, and `get()` gives the value of another run. Up to
5.6 each dispatch got an id of its own, so code that worked then no longer does.

Send a copy each time, `steps.clone().delay(...)`, the first time too, since a copy of a chain that was sent has its id;
or build the chain where it is sent. Groups, chords and single signatures get new ids by themselves.
"""

from celerylint.core.rewrite import CloneChain
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.chain_dispatch import RepeatedDispatch

rule = Rule(
    __name__,
    code=530,
    message="the chain `{name}` keeps its id, so all dispatches share one result; send a `{name}.clone()` each time",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
SINCE = (5, 7)


@rule.check(RepeatedDispatch)
def check(dispatch: RepeatedDispatch) -> Findings:
    if dispatch.module.settings.target_celery >= SINCE:
        yield rule.at(dispatch, None, CloneChain(dispatch.originals), name=dispatch.name)
