"""`autodiscover_tasks` is given no list of packages.

It takes a list, and reads a text letter by letter: `autodiscover_tasks("shop")` looks for packages `s`, `h`, `o` and
`p`, and the worker stops at its start. Without packages it asks Django for the installed apps; outside Django it finds
nothing, and the worker discards every task.

Write `autodiscover_tasks(["shop"])`.
"""

from celerylint.core.rewrite import SetValue
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.autodiscover import Autodiscover

rule = Rule(
    __name__,
    code=116,
    message='this text is read letter by letter as packages `{letters}`; write a list: `["{packages}"]`',
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
NO_PACKAGES = 'without packages this asks Django, which is not here, and finds no task; name them: `["package"]`'


@rule.check(Autodiscover)
def check(discovery: Autodiscover) -> Findings:
    text = discovery.packages
    if text:
        rewrite = SetValue(text.span, f'["{text.name}"]') if discovery.is_one_package else None
        yield rule.at(text, None, rewrite, packages=text.name, letters=", ".join(text.name[:3]))
    elif discovery.names_nothing and not discovery.may_be_django and not discovery.may_be_needless:
        yield rule.at(discovery, NO_PACKAGES)
