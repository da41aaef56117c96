"""How a run may have ended when some place is reached."""

from __future__ import annotations

import pytest

from celerylint.facts.run_outcome import BOTH, FAILURE, SUCCESS, outcomes_at
from tests.build import indented, module_of, node_at


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("HERE", {SUCCESS}),
        ("try: HERE\nexcept: pass", {SUCCESS}),
        ("try: work()\nexcept Exception: raise\nHERE", {SUCCESS}),
        ("try: work()\nexcept Exception: return\nelse: HERE", {SUCCESS}),
        ("try: work()\nexcept ValueError: pass\nHERE", {SUCCESS}),
        ("try: work()\nexcept (ValueError, Exception): HERE", {FAILURE}),
        ("try: work()\nexcept ValueError: HERE", set()),
        ("try: work()\nfinally:\n    if a: HERE", BOTH),
        ("try: work()\nexcept: a = 1\nif a:\n    HERE", BOTH),
        ("try:\n    try: work()\n    except: a = 1\n    HERE\nexcept: HALT", BOTH),
    ],
)
def test_who_reaches_a_place(body: str, expected: set[str]) -> None:
    module = module_of("def job(a):\n" + indented(body))
    assert outcomes_at(module, node_at(module, "HERE")) == expected
