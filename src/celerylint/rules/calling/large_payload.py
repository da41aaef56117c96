"""A task is sent the whole of a file, an upload, a table or an answer.

Every byte goes into the message, as text that is longer than what it was made of: the broker keeps it in memory, sends
it over the network, and keeps it again with every retry. Many brokers refuse a message that is too large.

Store it where the worker can read it, and send its path, its key or the id of the row. Turn it on when tasks work on
files and tables.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.bulk_value import BulkValue

rule = Rule(
    __name__,
    code=523,
    message="`{task}` is sent {what}, and the message carries all of it; store it, and send its path, key or id",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(BulkValue)
def check(value: BulkValue) -> Findings:
    yield rule.at(value, task=value.task, what=value.what)
