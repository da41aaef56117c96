"""A query runs once for every item of a loop.

Each item costs a round trip to the database: a batch of a thousand is a thousand and one queries, and the task that
took a second in tests takes minutes in production.

Read what the loop needs before it, in one query: a join, `selectinload(...)`, `select_related`, or one `in_(ids)`
whose rows go into a dict by key.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.called_query import CalledQuery
from celerylint.facts.query import Query

rule = Rule(
    __name__,
    code=302,
    message="one query for each item of the loop; read them all before it with one query",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    words=("for", "while"),
)


@rule.check(Query)
def check(query: Query) -> Findings:
    loop = query.repeating_loop
    if loop is None or not loop.is_unbounded or query.is_batched:
        return
    if not query.repeats_identity(loop) and not query.has_session_of_its_own(loop):
        yield rule.at(query)


@rule.check(CalledQuery)
def check_called(query: CalledQuery) -> Findings:
    yield rule.at(query)
