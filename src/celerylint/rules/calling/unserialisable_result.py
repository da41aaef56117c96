"""A task returns what JSON refuses.

The worker writes the return value to the result backend as JSON. A set, a model instance, a dataclass, a plain Enum
member or a timedelta cannot be written: the work is done, and the task ends as FAILURE with EncodeError, so that
callbacks for failures run and a chain stops. In the meta of `update_state` the error is raised inside the task.

Return what JSON has: a list, a text, a number, the id of the row. Dates, UUIDs, decimals and bytes are fine. With
`ignore_result=True` nothing is written.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.stored_value import StoredValue

rule = Rule(
    __name__,
    code=526,
    message="the JSON of results refuses {what}, so `{task}` ends as FAILURE when its result is stored; "
    "return a list, a text or an id",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
META = "the JSON of results refuses {what}, so this `update_state` raises and `{task}` fails; put a list or an id there"


@rule.check(StoredValue)
def check(value: StoredValue) -> Findings:
    """A pydantic model that a pydantic task returns is the matter of pydantic-task-misuse."""
    if not value.is_stored_as_it_is or value.refused is None:
        return
    if not value.is_pydantic_model or value.task.option("pydantic") is None:
        yield rule.at(value, META if value.is_meta else None, what=value.refused.what, task=value.task.name)
