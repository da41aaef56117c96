"""`task_routes` is written in a form that Celery does not understand.

A list is a list of routers, each of which may be a dict or a list of pairs. A list of pairs itself has to stand in
another list: without, each pair is taken for a router, and sending any task is a ValueError. A key that Celery does not
know, `que` for `queue`, has no effect, and the task goes to the default queue.

Write a dict, or `([("shop.tasks.*", {"queue": "shop"})],)`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.route import Route, UnwrappedRoutes

rule = Rule(
    __name__,
    code=735,
    message="`{key}` has no effect in a route, and the task goes where it would go without it; write `{meant}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
UNWRAPPED = (
    "a list of pairs is taken for a list of routers, a ValueError when a task is sent; write `([...],)` or a dict"
)


@rule.check(Route)
def check_keys(route: Route) -> Findings:
    for key in route.misspelt:
        yield rule.at(key, key=key.name, meant=key.meant)


@rule.check(UnwrappedRoutes)
def check_form(routes: UnwrappedRoutes) -> Findings:
    yield rule.at(routes, UNWRAPPED)
