"""Metrics of whole runs."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.job_metric import JobMetric, TaskMetrics
from tests.build import indented, module_of

HEAD = "from celery import shared_task\nfrom app import observe_job, other, work\n"


def metric(body: str, decorator: str = "@shared_task") -> JobMetric:
    """The one metric of a task with this body."""
    (found,) = module_of(HEAD + f"{decorator}\ndef sync(a):\n" + indented(body)).all(JobMetric)
    return found


@pytest.mark.parametrize(
    ("name", "option", "misnamed"),
    [
        ("'sync'", "", None),
        ("'sync'", "name='app.tasks.sync'", None),
        ("'app.tasks.sync'", "name='app.tasks.sync'", None),
        ("'SYNC'", "name='app.tasks.stock.sync_task'", None),
        ("a", "", None),
        ("'other'", "name=NAME", None),
        ("'other'", "name='other'", None),
        ("'other'", "", "other"),
        ("'app.tasks.other'", "name='app.tasks.sync'", "app.tasks.other"),
    ],
)
def test_the_name_is_that_of_the_task(name: str, option: str, misnamed: str | None) -> None:
    found = metric(f"observe_job({name}, a, 0)", f"@shared_task({option})").misnamed
    assert (found.name if found else None) == misnamed


@pytest.mark.parametrize(
    ("body", "constant"),
    [
        ("s = 'ok'\ntry: work()\nfinally: observe_job('sync', s)", "ok"),
        ("s = 'ok'\ntry: work()\nexcept: s = 'bad'\nobserve_job('sync', s)", None),
        ("s = work()\ntry: work()\nfinally: observe_job('sync', s)", None),
        ("s = 'ok'\ntry: s += work()\nfinally: observe_job('sync', s)", None),
        ("try: work()\nfinally: observe_job('sync', a)", None),
        ("try: work()\nexcept: observe_job('sync', 'bad')", None),
        ("try: work()\nfinally: observe_job('sync')", None),
        ("work()\nobserve_job('sync', 'ok')", None),
    ],
)
def test_a_status_that_nothing_changes(body: str, constant: str | None) -> None:
    found = metric(body).constant_status
    assert (found.name if found else None) == constant


def test_no_word_for_metrics_is_no_wish_for_metrics() -> None:
    (found,) = module_of(HEAD + "@shared_task\ndef sync(a): work()\n", Settings(metric_calls=())).all(TaskMetrics)
    assert not found.are_missing
