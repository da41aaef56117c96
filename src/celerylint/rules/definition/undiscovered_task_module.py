"""`autodiscover_tasks` is given something that is no name of a package or module.

Celery imports each package by its dotted name, and then `related_name` inside it. A path (`"shop/tasks"`) or a relative
name stops the worker at its start; a pattern (`"shop.*"`) or a list as `related_name` finds no module, silently, and
the worker discards the tasks that it does not know.

Write each package as a dotted name, and call `autodiscover_tasks` once for each `related_name`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.autodiscover import Autodiscover

rule = Rule(
    __name__,
    code=115,
    message="Celery imports packages by their dotted names and finds no tasks in `{package}`; write `{better}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
RELATED = "no package holds a module called `{related}`; give `related_name` one name, and call this once for each"


@rule.check(Autodiscover)
def check(discovery: Autodiscover) -> Findings:
    for package in discovery.misspelt:
        yield rule.at(package, package=package.name, better=package.better)
    if discovery.bad_related_name:
        yield rule.at(discovery.bad_related_name, RELATED, related=discovery.bad_related_name.name)
