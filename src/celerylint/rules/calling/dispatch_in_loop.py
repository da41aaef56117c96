"""A task is sent once for each of many items.

Every item is a message to write and to read, and a result to keep: for small work the messages cost more than the tasks
do. A group of the same tasks is no cheaper; what helps is to send many items in one message.

Send `task.chunks(pairs, 100)`, or a task that takes a list of ids, one list a message. Turn it on when tasks fan out
over whole tables and do little for each row; where each item is to be retried by itself, a message each is right.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.loop_dispatch import LoopDispatch

rule = Rule(
    __name__,
    code=510,
    message="every item costs a message of its own; send many in one: `{task}.chunks(...)`, or a list of ids",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("queue-operations",),
)


@rule.check(LoopDispatch)
def check(sent: LoopDispatch) -> Findings:
    """What a task was handed in its message is a batch already."""
    if sent.is_over_loaded_items and not (sent.has_options_of_item or sent.ends_loop):
        yield rule.at(sent, task=sent.dispatch.name)
