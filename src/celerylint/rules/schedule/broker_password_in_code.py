"""The password of a broker or result backend stands in the code.

Whoever can read the repository, its history, an image or a package built from it has the password, and with it every
message and result; changing it takes a release. Celery reads the address from the environment without any code:
`CELERY_BROKER_URL` and `CELERY_RESULT_BACKEND` go before what the settings say.

Take the address from the environment or a secret store. Turn it on when the code is seen by more people than the
broker is meant for.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.credential import Credential

rule = Rule(
    __name__,
    code=713,
    message="whoever reads this file has the password of the {what}; take the address from the environment: "
    "Celery reads `{variable}` by itself",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(Credential)
def check(credential: Credential) -> Findings:
    broker, backend = ("broker", "CELERY_BROKER_URL"), ("result backend", "CELERY_RESULT_BACKEND")
    what, variable = broker if credential.is_of_broker else backend
    yield rule.at(credential, what=what, variable=variable)
