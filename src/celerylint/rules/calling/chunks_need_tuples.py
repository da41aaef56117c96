"""The items of `chunks` or `starmap` are no tuples, or those of `map` are.

`chunks` and `starmap` unpack each item into the arguments of one call. A number cannot be unpacked, so that every
chunk fails in the worker; text becomes one argument a letter. `map` passes each item as the only argument. A chunk of
size 0 raises ValueError.

Write `task.chunks(zip(items), 100)` or `[(item,) for item in items]`; `map` for single arguments, `starmap` for tuples.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.batch import Batch

rule = Rule(
    __name__,
    code=522,
    message="`{method}` unpacks each item into arguments, and these are {items}; write `zip(...)` around them",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
SIZE = "a chunk of size 0 raises ValueError; give `chunks` at least 1"
MAP = "`map` hands each tuple to `{task}` as its only argument, and it needs {count}; write `starmap`"


@rule.check(Batch)
def check(batch: Batch) -> Findings:
    if batch.method == "map":
        if batch.items == "tuples" and batch.needs > 1:
            yield rule.at(batch, MAP, task=batch.dispatch.name, count=batch.needs)
    elif batch.items in ("numbers", "text"):
        yield rule.at(batch, method=batch.method, items=batch.items)
    elif batch.method == "chunks" and batch.is_without_size:
        yield rule.at(batch.size_span, SIZE)
