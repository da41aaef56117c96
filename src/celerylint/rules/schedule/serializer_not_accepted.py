"""A serializer is chosen that nobody accepts, or that does not exist.

A worker refuses a message whose content type is not in `accept_content` ("Refusing to deserialize untrusted content"):
the message is thrown away and its result stays PENDING for ever. A result that is not accepted raises in whoever reads
it. A name that no serializer has raises SerializerNotInstalled at the first call, and `accept_content = "json"` is
read letter by letter.

Name the serializer in `accept_content`, a list.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.serializer import Accepted, Serializer

rule = Rule(
    __name__,
    code=709,
    message="`{name}` is not among the content that is accepted, so what it makes is refused; add it to the list",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
UNKNOWN = "there is no serializer `{name}`, so every call fails; write `{meant}`"
TEXT = "text is read letter by letter, as serializers of those names; write a list: `[{text!r}]`"


@rule.check(Accepted)
def check(accepted: Accepted) -> Findings:
    if accepted.is_text:
        yield rule.at(accepted, TEXT, text=accepted.setting.value)


@rule.check(Serializer)
def check_choice(serializer: Serializer) -> Findings:
    if serializer.meant:
        yield rule.at(serializer, UNKNOWN, name=serializer.name, meant=serializer.meant)
    elif serializer.is_accepted is False:
        yield rule.at(serializer, name=serializer.name)
