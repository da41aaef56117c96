"""No worker imports a module with tasks.

A worker knows the tasks of the modules that it imports, and no others: those that `include` and `imports` name, those
that `autodiscover_tasks` finds, and what these and the app's own module import. It discards messages for others as
unregistered.

Celery imports each package by its dotted name, and then `related_name` inside it: nothing else. A path (`"shop/tasks"`)
or a relative name stops the worker at its start; a pattern (`"shop.*"`), a list as `related_name`, or a package whose
tasks are in modules of other names finds nothing, silently, and the worker discards the tasks that it does not know.

Name the module in `include`. Write each package as a dotted name, call `autodiscover_tasks` once for each
`related_name`, and import the modules of a package of tasks in its `__init__.py`, or name them in `include`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.autodiscover import Autodiscover
from celerylint.facts.undiscovered_tasks import UndiscoveredTasks
from celerylint.facts.unknown_task_module import UnknownTaskModule

rule = Rule(
    __name__,
    code=115,
    message="Celery imports packages by their dotted names and finds no tasks in `{package}`; write `{better}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
RELATED = "no package holds a module called `{related}`; give `related_name` one name, and call this once for each"
UNFOUND = (
    "Celery imports `{package}` and `{package}.{related}`, so it does not know the tasks in `{package}.{unfound}`; "
    "import that module in the package, or name it in `include`"
)
UNKNOWN = "no worker imports `{module}`, so all discard the messages for its tasks; name it in `include`"


@rule.check(Autodiscover)
def check(discovery: Autodiscover) -> Findings:
    for package in discovery.misspelt:
        yield rule.at(package, package=package.name, better=package.better)
    if discovery.bad_related_name:
        yield rule.at(discovery.bad_related_name, RELATED, related=discovery.bad_related_name.name)


@rule.check(UndiscoveredTasks)
def check_package(tasks: UndiscoveredTasks) -> Findings:
    yield rule.at(tasks, UNFOUND, package=tasks.package, related=tasks.related, unfound=tasks.unfound)


@rule.check(UnknownTaskModule)
def check_module(tasks: UnknownTaskModule) -> Findings:
    yield rule.at(tasks, UNKNOWN, module=tasks.name)
