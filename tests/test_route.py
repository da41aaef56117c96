"""Routes, and the names that they and annotations are for."""

from __future__ import annotations

import pytest

from celerylint.facts.route import Route, UnwrappedRoutes
from celerylint.facts.task_pattern import TaskPattern
from tests.build import module_of, one

R = "{'queue': 'q'}"


@pytest.mark.parametrize(
    "value",
    [
        f"= {{'a': {R}}}",
        f"= ({{'a': {R}}},)",
        f"= ([('a', {R})],)",
        f"= [('a', {R})]",
        f"['a'] = {R}",
        f".update({{'a': {R}}})",
        "= {'a': 'q'}",
    ],
)
def test_routes_are_found(value: str) -> None:
    assert [route.pattern for route in module_of(f"CELERY_TASK_ROUTES {value}").all(Route)] == ["a"]


@pytest.mark.parametrize(
    ("value", "unwrapped"),
    [
        (f"[('a', {R})]", True),
        (f"(('a', {R}), ('b', {R}))", True),
        (f"([('a', {R})],)", False),
        (f"[{{'a': {R}}}]", False),
        ("['x.Router', f]", False),
        ("('x.Router', 'y.Router')", False),
        ("pairs", False),
    ],
)
def test_a_list_of_pairs_in_no_list(value: str, unwrapped: bool) -> None:
    assert bool(module_of(f"CELERY_TASK_ROUTES = {value}").all(UnwrappedRoutes)) is unwrapped


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("que", "queue"),
        ("queu", "queue"),
        ("routing_keys", "routing_key"),
        ("exchang", "exchange"),
        ("queue", None),
        ("priority", None),
        ("expires", None),
        ("MessageGroupId", None),
    ],
)
def test_what_a_key_of_a_route_means(key: str, meant: str | None) -> None:
    found = one(Route, f"CELERY_TASK_ROUTES = {{'a': {{'{key}': 1}}}}").misspelt
    assert [each.meant for each in found] == ([meant] if meant else [])


TASKS = (
    "from celery import Celery\napp = Celery('shop')\n@app.task\ndef pay(): ...\n@app.task(name='x.y')\ndef z(): ...\n"
)


@pytest.mark.parametrize(
    ("setting", "pattern", "fault"),
    [
        ("task_routes", "app.tasks.pay", None),
        ("task_routes", "app.tasks.*", None),
        ("task_routes", "app.tasks.p*", None),
        ("task_routes", "app.tasks.q*", "nobody"),
        ("task_routes", "app.tasks.z", "nobody"),
        ("task_routes", "app.tasks", "module"),
        ("task_routes", "app.*", None),
        ("task_routes", "*.nothing", None),
        ("task_routes", "other.tasks.pay", None),
        ("task_annotations", "app.tasks.*", "pattern"),
        ("task_annotations", "*", None),
        ("task_annotations", "app.tasks.pay", None),
        ("task_annotations", "app.tasks.pays", "nobody"),
    ],
)
def test_why_no_task_has_a_name(setting: str, pattern: str, fault: str | None) -> None:
    found = one(TaskPattern, f"{TASKS}app.conf.{setting} = {{'{pattern}': {{'queue': 'q'}}}}")
    assert found.fault == fault
