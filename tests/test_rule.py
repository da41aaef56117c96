"""Rules as values, and the findings they make."""

from __future__ import annotations

from celerylint.core.rule import Finding, Findings, Fix, Profile, Rule, Severity
from celerylint.core.span import Span

PLACE = Span(3, 4, 3, 9)


class Fact:
    """Something that stands somewhere."""

    span = PLACE


def rule() -> Rule:
    return Rule(
        "celerylint.rules.retry.retry_not_raised",
        code=202,
        message="`{receiver}` in `{task}`;\n  write it",
        severity=Severity.NOTE,
        profile=Profile.STRICT,
    )


def test_the_name_and_the_series_come_from_the_file() -> None:
    made = rule()
    assert (made.code, made.name, made.series) == ("CEL202", "retry-not-raised", "retry")
    assert (made.packs, made.fix, made.checks) == ((), Fix.NONE, [])


def test_a_finding_is_at_a_fact_or_at_a_span() -> None:
    made = rule()
    wanted = Finding(PLACE, "CEL202", "retry-not-raised", Severity.NOTE, "`self` in `job`; write it")
    assert made.at(Fact(), receiver="self", task="job") == wanted
    assert made.at(PLACE, receiver="self", task="job") == wanted
    assert wanted.url.endswith("/rules/retry-not-raised/")


def test_a_message_may_be_another_and_is_one_line() -> None:
    finding = rule().at(PLACE, "other {word}\n\tand {{braces}}", word="a\nb")
    assert finding.message == "other a b and {braces}"


def test_words_are_not_taken_for_braces() -> None:
    assert rule().at(PLACE, receiver="{task}", task="{0}").message == "`{task}` in `{0}`; write it"


def test_a_check_subscribes_to_a_kind_and_stays_itself() -> None:
    made = rule()

    @made.check(Fact)
    def check(fact: Fact) -> Findings:
        yield made.at(fact, receiver="a", task="b")

    assert made.checks == [(Fact, check)]
    assert [finding.span for finding in check(Fact())] == [PLACE]
