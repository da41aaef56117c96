"""A boolean setting or option is given text.

Celery asks whether the value is true, and text is, unless it is empty: `"False"` and `"0"` switch the setting on. The
same goes for an environment variable, which is always text: `CELERY_EAGER=0` runs every task at once.

Write `True` or `False`, and compare what the environment says: `os.environ.get("EAGER") == "1"`.
"""

from celerylint.core.rewrite import SetValue
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.boolean_value import TextForBoolean

rule = Rule(
    __name__,
    code=736,
    message="text is true whatever it says, so `{name}` is on; write `False`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
ENVIRONMENT = 'the environment holds text, and "0" or "false" is true; compare it: `... == "1"`'


@rule.check(TextForBoolean)
def check(given: TextForBoolean) -> Findings:
    rewrite = SetValue(given.span, "False") if given.is_literal else None
    yield rule.at(given, ENVIRONMENT if given.is_from_environment else None, rewrite, name=given.name)
