"""Results are looked up by id in a backend that other processes cannot read.

With `rpc://` a result is a message to the process that sent the task, and with `cache+memory://` it lies in the memory
of one process. `AsyncResult(task_id)` in another web process, or after a restart, finds nothing: the state is PENDING
for ever, and `get()` waits for ever.

Use a backend that all processes share, such as Redis or a database, or keep the result that `delay()` gave in the
process that sent the task.
"""

from celerylint.celery.calls import OWN_PROCESS_BACKENDS
from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.distant_lookup import DistantLookup
from celerylint.facts.result import Lookup
from celerylint.facts.setting import Setting

rule = Rule(
    __name__,
    code=532,
    message="another process cannot read results of `{scheme}://`, so {place} may find its id PENDING for ever; "
    "use a shared backend such as Redis",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(Setting)
def check(setting: Setting) -> Findings:
    if setting.canonical != "result_backend" or not isinstance(setting.value, str):
        return
    scheme = setting.value.partition("://")[0]
    lookups = [lookup for lookup in setting.module.all(Lookup) if not lookup.is_of_own_dispatch]
    if scheme in OWN_PROCESS_BACKENDS and lookups:
        yield rule.at(setting, scheme=scheme, place=lookups[0].place)


@rule.check(DistantLookup)
def check_lookup(lookup: DistantLookup) -> Findings:
    """Where another file has the setting, each file that looks results up is told once."""
    if lookup.scheme in OWN_PROCESS_BACKENDS:
        yield rule.at(lookup, scheme=lookup.scheme, place=lookup.place)
