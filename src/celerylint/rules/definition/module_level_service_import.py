"""A module with tasks imports services at its top.

Services send tasks, so they import the module that holds them; when that takes names out of the service in its turn
(`from shop.services import orders`), whichever is imported second finds a module that is not there yet: ImportError,
and the worker does not start. Where no service imports the tasks, nothing happens, nor where both sides write a plain
`import` of the module.

Import the service inside the task that uses it. Turn it on when services send the tasks that call them.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.service_import import ServiceImport

rule = Rule(
    __name__,
    code=113,
    message="`{package}` is imported as soon as the tasks are; import it inside the task that uses it",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks",),
)


@rule.check(ServiceImport)
def check(imported: ServiceImport) -> Findings:
    yield rule.at(imported, package=imported.package)
