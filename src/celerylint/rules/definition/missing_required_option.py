"""A task lacks an option that the project demands of the tasks in such a file.

Some folders hold tasks that must not run like others: those of migrations in a queue of their own, those that call
partners with a time limit. The setting `required-task-options` says which options tasks need where, and nothing else
would notice that one lacks them.

Give the task the option, or a base class that has it. Turn it on when the setting names what the tasks of the project
need; while it is empty, nothing is reported.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.required_option import TaskWithoutOptions

rule = Rule(
    __name__,
    code=136,
    message="`{task}` has no {options}, as the setting `required-task-options` demands of tasks in this file; add it",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(TaskWithoutOptions)
def check(found: TaskWithoutOptions) -> Findings:
    yield rule.at(found, task=found.task.name, options=" and ".join(f"`{name}`" for name in found.names))
