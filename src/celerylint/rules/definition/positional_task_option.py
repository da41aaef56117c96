"""A task decorator is given an option by place.

The only thing that `app.task` and `shared_task` take by place is the function itself, so `@app.task("mail.send")`
raises TypeError when the module is imported.

Write the option with its keyword: `name="mail.send"`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_option import PositionalOption

rule = Rule(
    __name__,
    code=126,
    message="a task decorator takes nothing by place but the function: TypeError at import; {advice}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(PositionalOption)
def check(option: PositionalOption) -> Findings:
    yield rule.at(option, advice="write `name=...`" if option.is_text else "write the option with its keyword")
