"""A task and its pydantic models do not fit together.

Messages and results are JSON, so a task is handed dicts. `pydantic=True`, and only True itself, makes Celery turn the
argument for a parameter annotated with a model to that model, and a returned model to a dict, if the function's
return annotation is its class. A list of models stays a list of dicts, a model without the annotation cannot be
stored, and without the option `order.total` is an AttributeError: a dict has no such attribute.

Give the decorator `pydantic=True` and annotate the result; turn what stands in a list with `Model.model_validate(...)`
and `model_dump(mode="json")` yourself.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.pydantic_task import ModelParameter, ReturnedModel
from celerylint.facts.task import Task

rule = Rule(
    __name__,
    code=533,
    message="`{task}` is handed a dict for `{name}`, not the model `{model}`; {advice}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    words=("pydantic",),
)
ITEMS = "the items of `{name}` stay dicts; annotate `list[dict]` and turn each with `{model}.model_validate(...)`"
NOT_TRUE = "only `pydantic=True` turns models on, any other value leaves them off; write `pydantic=True`"
UNANNOTATED = (
    "without its class as the return annotation the model is not turned to a dict and cannot be stored; add it"
)
NESTED = "a model inside the result is not turned to a dict and cannot be stored; return its `model_dump(mode='json')`"
SINCE = (5, 5)


@rule.check(ModelParameter)
def check(parameter: ModelParameter) -> Findings:
    task = parameter.task
    if not parameter.is_read_as_model:
        return
    if parameter.is_list:
        yield rule.at(parameter, ITEMS, name=parameter.name, model=parameter.model)
    elif task.option("pydantic") is None:
        known = task.module.settings.target_celery >= SINCE
        advice = "give the decorator `pydantic=True`" if known else f"call `{parameter.model}.model_validate(...)`"
        yield rule.at(parameter, task=task.name, name=parameter.name, model=parameter.model, advice=advice)


@rule.check(Task)
def check_option(task: Task) -> Findings:
    """Before Celery 5.5 there is no such option, which unknown-task-option says."""
    option = task.option("pydantic")
    if option and option.value and option.value is not True and task.module.settings.target_celery >= SINCE:
        yield rule.at(option, NOT_TRUE)


@rule.check(ReturnedModel)
def check_result(returned: ReturnedModel) -> Findings:
    if returned.module.settings.target_celery < SINCE:
        return
    if returned.is_nested:
        yield rule.at(returned, NESTED)
    elif returned.lacks_annotation:
        yield rule.at(returned, UNANNOTATED)
