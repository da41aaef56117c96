"""Task code starts processes with `multiprocessing`.

The children of a prefork worker are daemonic, and Python refuses to let a daemonic process have children: "daemonic
processes are not allowed to have children". The task works under the tests and on other pools, and fails in
production.

Send the parts as tasks of their own (`group`), or take `billiard`, which allows it: `from billiard import Pool`. Name
the pool, `worker-pool = "threads"`, where the workers run another.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.child_process import ChildProcess

rule = Rule(
    __name__,
    code=129,
    message="a prefork worker may not start processes: `{name}` fails in `{task}`; send tasks, or use `billiard`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
NO_TWIN = "a prefork worker may not start processes: `{name}` fails in `{task}`; send tasks, or use `billiard.Pool`"


@rule.check(ChildProcess)
def check(process: ChildProcess) -> Findings:
    yield rule.at(process, None if process.has_twin else NO_TWIN, name=process.name, task=process.code.owner_name)
