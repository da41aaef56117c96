"""A client is made anew for each item.

An HTTP session or a client of redis keeps its connections for the next request. One that is made in a loop, or in the
coroutine that each item runs, has none to keep: every item pays for a connection of its own, TLS included, and leaves a
socket behind that waits to be freed. Hundreds of items at once can use up the ports of the machine or the server's
limit.

Make one before the loop, and hand it in. Turn it on when tasks work through long lists against one server.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.item_client import ItemClient

rule = Rule(
    __name__,
    code=409,
    message="a `{client}` made for each item opens a connection for each; make one before the loop",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)
CALLED = "`{function}` runs for each item, and each time a new `{client}` connects anew; hand one in"


@rule.check(ItemClient)
def check(client: ItemClient) -> Findings:
    if not (client.shares_connections or client.is_for_item):
        yield rule.at(client, CALLED if client.function else None, client=client.client, function=client.function)
