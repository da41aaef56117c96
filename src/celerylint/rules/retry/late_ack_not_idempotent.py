"""A task that may run again does something that is done twice then.

With `acks_late` a message comes back when the worker is lost, or takes longer than the broker waits; with
`autoretry_for` the task begins anew when a later step fails. The mail is sent once more, the payment is made once more.

Ask first whether it was done, by an id of the event: `if Event.query.filter_by(event_id=event_id).first(): return`; or
hand the id to the service as the key of the request. Turn it on when every task of the team is meant to be safe to run
twice.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.side_effect import SideEffect

rule = Rule(
    __name__,
    code=218,
    message="`{cause}` may run `{task}` again, and then there are two such {effects}; "
    "ask first, by an id, whether it was done",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("queue-operations",),
)


@rule.check(SideEffect)
def check(effect: SideEffect) -> Findings:
    if effect.cause and not effect.is_guarded:
        yield rule.at(effect, cause=effect.cause, task=effect.task.name, effects=effect.effects)
