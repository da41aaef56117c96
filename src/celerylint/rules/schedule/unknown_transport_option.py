"""An option of the broker's transport is misspelt.

A transport reads the options that it knows and ignores the rest. With `visibility_timout` the limit stays at an hour,
and what takes longer is delivered again while it runs.

Write the option as kombu has it.
"""

from celerylint.core.rewrite import RenameKey
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.transport_option import TransportOption

rule = Rule(
    __name__,
    code=729,
    message="no transport reads `{option}`; write `{meant}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(TransportOption)
def check(option: TransportOption) -> Findings:
    if option.meant:
        yield rule.at(option, None, RenameKey(option.span, option.meant), option=option.name, meant=option.meant)
