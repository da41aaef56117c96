"""A run of a task is not measured, or not as what it was.

A metric tells how often a task runs, how often it fails and how long it takes only if every run reaches it, under the
name of its task, and with the status in which it ended. A call after the work misses the runs that fail; a status that
nothing ever changes counts them as successes.

Measure in `finally`, with a status that the handler sets: `observe_job("sync_stock", status, seconds)`. The setting
`metric-calls` names the functions that measure. Turn it on when each task of the project is to have a metric.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.job_metric import JobMetric, TaskMetrics

rule = Rule(
    __name__,
    code=803,
    message="`{function}` is never called for a run of `{task}`; call it in a `finally`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks",),
)
SKIPPED = "a run that fails does not get here, so it is not measured; move this into a `finally`"
MISNAMED = "this measures `{task}` under the name of something else, {name!r}; give the name of the task"
ONE_STATUS = "a run that fails is measured as {status!r} too; set another status in `except`"


@rule.check(TaskMetrics)
def check(metrics: TaskMetrics) -> Findings:
    if metrics.are_missing:
        yield rule.at(metrics, task=metrics.task.name, function=metrics.function)
    elif metrics.skipped:
        yield rule.at(metrics.skipped, SKIPPED)


@rule.check(JobMetric)
def check_call(metric: JobMetric) -> Findings:
    if metric.misnamed:
        yield rule.at(metric.misnamed, MISNAMED, task=metric.code.owner_name, name=metric.misnamed.name)
    if metric.constant_status:
        yield rule.at(metric.constant_status, ONE_STATUS, status=metric.constant_status.name)
