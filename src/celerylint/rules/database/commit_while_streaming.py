"""A session is committed or rolled back while rows are streamed through it.

`stream()`, `yield_per()` and `stream_results` leave a cursor open at the server, from which the loop fetches the next
rows. It belongs to the transaction: after a commit or a rollback the next fetch fails, on PostgreSQL with "named cursor
isn't valid anymore", when the first batch is through. With few rows it works.

Commit after the loop, write through a session of its own, or read page by page.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.streaming import StreamEnd

rule = Rule(
    __name__,
    code=329,
    message="this ends the cursor that the loop reads from, so fetching the next rows fails; "
    "{method} after the loop, or write through another session",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(StreamEnd)
def check(end: StreamEnd) -> Findings:
    method = "commit" if end.method == "commit" else "roll back"
    yield rule.at(end, method=method)
