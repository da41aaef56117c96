"""What a safe fix makes of the bad code of a proof is code that the proof runs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from celerylint.core.rule import Fix, Rule
from celerylint.core.settings import Settings
from celerylint.fixing.apply import fix
from celerylint.linter.catalogue import all_rules
from celerylint.linter.check import check
from celerylint.syntax.source import parse

PROOFS = Path(__file__).parent.parent / "proofs"
APP = 'from celery import Celery\n\napp = Celery("proof")\n'
BOUND = f"{APP}\n\n@app.task(bind=True)\ndef work(self, number):\n    "
PLAIN = f"{APP}\n\n@app.task\ndef double(number): ...\n\n\n@app.task\ndef total(numbers): ...\n\n\n"
TIMES = f"from datetime import timedelta\n\n{APP}"

PROVEN = {
    "bind-without-self": (
        f"{APP}\n\n@app.task(bind=True)\ndef count_orders():\n    return 3\n",
        "@app.task(bind=True)\ndef count_orders(self):\n    return 3\n",
    ),
    "current-app-task": (
        "from celery import current_app\n\n\n@current_app.task\ndef early(): ...\n",
        "@shared_task\ndef early(): ...\n",
    ),
    "bad-task-option-value": (
        f"{TIMES}\n\n@app.task(default_retry_delay=timedelta(0))\ndef push(): ...\n",
        "f(default_retry_delay=timedelta(0).total_seconds())",
    ),
    "retry-not-raised": (f"{BOUND}self.retry()\n", "raise self.retry()"),
    "retry-delay-ignored": (
        f"{APP}\n\ndef failing(): ...\n\n\n"
        'dropped = app.task(name="dropped", default_retry_delay=60, retry_backoff=True, max_retries=2, '
        "retry_jitter=False, autoretry_for=(LookupError,))(failing)\n",
        'app.task(name="dropped", retry_backoff=True, max_retries=2, '
        "retry_jitter=False, autoretry_for=(LookupError,))(failing)",
    ),
    "soft-time-limit-swallowed": (
        f"from celery.exceptions import SoftTimeLimitExceeded\n{APP}\n\n@app.task(soft_time_limit=1)\n"
        "def export(seconds):\n    for duration in seconds:\n        try:\n            time.sleep(duration)\n"
        "        except Exception as error:\n            rows.append(type(error).__name__)\n",
        "try:\n    pass\nexcept SoftTimeLimitExceeded:\n    raise",
    ),
    "retry-positional-exc": (
        f"{BOUND}try:\n        load()\n    except LookupError as error:\n        self.retry(error)\n",
        "self.retry(exc=error)",
    ),
    "bad-retry-exceptions": (
        f"{APP}\n\n@app.task(autoretry_for=(LookupError))\ndef refresh(): ...\n",
        "f(autoretry_for=(LookupError,))",
    ),
    "retry-bad-argument": (
        BOUND.replace(APP, TIMES) + "raise self.retry(countdown=timedelta(seconds=0))\n",
        "timedelta(seconds=0).total_seconds()",
    ),
    "legacy-query-get": (
        f"from sqlalchemy.orm import Session\n{APP}\n\nclass Order: ...\n\n\n@app.task\ndef get(session: Session):\n"
        "    return session.query(Order).get(7)\n",
        "session.get(Order, 7)",
    ),
    "unawaited-session-call": (
        f"import asyncio\n\nfrom sqlalchemy.ext.asyncio import AsyncSession\n{APP}\n\nasync def store(engine):\n"
        "    async with AsyncSession(engine) as session:\n        session.commit()\n\n\n"
        "@app.task\ndef pay(engine):\n    asyncio.run(store(engine))\n",
        "await session.commit()",
    ),
    "dispatched-before-on-commit": (
        f"from django.db.transaction import on_commit\n{APP}\n\n@app.task\ndef send(text): ...\n\n\n"
        'on_commit(send.delay("later"))\n',
        'on_commit(lambda: send.delay("later"))',
    ),
    "delay-with-execution-options": (
        f'{APP}\n\n@app.task\ndef remind(order): ...\n\n\nremind.delay("C1", countdown=1)\n',
        'remind.apply_async(args=("C1",), countdown=1)',
    ),
    "apply-async-args-not-sequence": (
        f'{APP}\n\n@app.task\ndef join(*parts, sign="-"): ...\n\n\njoin.apply_async("ab", {{"sign": "+"}})\n',
        'join.apply_async(("ab",), {"sign": "+"})',
    ),
    "bad-link": (
        f"{APP}\n\n@app.task\ndef fly(kite): ...\n\n\n@app.task\ndef land(kite): ...\n\n\n"
        "fly.apply_async((1,), link=land)\n",
        "fly.apply_async((1,), link=land.s())",
    ),
    "bad-execution-option": (
        f"{TIMES}\npause = timedelta(seconds=1)\n\n\n@app.task\ndef due(): ...\n\n\n"
        "due.apply_async(expires=60 * pause)\n",
        "f(expires=(60 * pause).total_seconds())",
    ),
    "dispatched-twice": (
        f"from celery import chain\n{APP}\n\n@app.task\ndef add(left, right): ...\n\n\n"
        "unsent = chain(add.s(1), add.s(10))\nfor number in range(3):\n    unsent.delay(number)\n",
        "unsent.clone().delay(number)",
    ),
    "inspect-none": (
        f"{APP}inspector = app.control.inspect()\nlist(inspector.active().items())\n",
        "(inspector.active() or {}).items()",
    ),
    "task-called-in-canvas": (
        PLAIN.replace("import Celery", "import Celery, chain") + "chain(double(1), double.s())()\n",
        "chain(double.s(1), double.s())",
    ),
    "dispatched-in-canvas": (
        PLAIN.replace("import Celery", "import Celery, chord") + "chord([double.delay(7)])(total.s())\n",
        "chord([double.s(7)])(total.s())",
    ),
    "code-after-replace": (
        f"{APP}\n\n@app.task\ndef other(): ...\n\n\n@app.task(bind=True)\ndef replaced(self):\n"
        "    self.replace(other.si())\n    print(1)\n",
        "def f():\n    return self.replace(other.si())",
    ),
    "misused-add-periodic-task": (
        f"{APP}\n\n@app.task\ndef read_sensors(): ...\n\n\napp.add_periodic_task(10, read_sensors())\n",
        "read_sensors.s()",
    ),
    "log-f-string": (
        f"import logging\n\n{APP}logger = logging.getLogger()\n\n\n@app.task\ndef label(number):\n"
        '    logger.info(f"label of {Parcel(number)}")\n',
        'logger.info("label of %s", Parcel(number))',
    ),
    "wall-clock-duration": (
        f"import time\n\n{APP}\n\n@app.task\ndef measure():\n    start = time.time()\n    return time.time() - start\n",
        "time.monotonic() - start",
    ),
    "weak-signal-receiver": (
        "from celery import signals\n\n\ndef connect_all():\n    @signals.task_prerun.connect\n"
        "    def nested(**_): ...\n",
        "f(weak=False)",
    ),
    "signal-receiver-signature": (
        "from celery import signals\n\n\ndef mended(sender=None): ...\n\n\nsignals.task_prerun.connect(mended)\n",
        "lambda sender=None, **kwargs: None",
    ),
    "update-state-positional": (
        f'{BOUND}self.update_state("PROGRESS", meta={{"row": 1}})\n',
        'self.update_state(state="PROGRESS", meta={"row": 1})',
    ),
}
"""By rule: a program with the bad code as its proof has it, and what becomes of that. A call of `f` stands for its one
keyword, a lambda for parameters, a `try` for its handler, a `def f()` for the last statement in it."""


def piece_of(text: str) -> ast.AST:
    """The part of a tree that a text of the table stands for."""
    (statement,) = ast.parse(text).body
    if isinstance(statement, ast.Try):
        return statement.handlers[0]
    if isinstance(statement, ast.FunctionDef) and statement.name == "f":
        return statement.body[-1]
    node: ast.AST = statement.value if isinstance(statement, ast.Expr) else statement
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "f":
        return node.keywords[0]
    return node.args if isinstance(node, ast.Lambda) else node


class _Plain(ast.NodeTransformer):
    """A tree without annotations, names of functions, and types."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        node.name, node.returns = "_", None
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(node.arg)


def parts_of(text: str) -> set[str]:
    return {ast.dump(node) for node in ast.walk(_Plain().visit(ast.parse(text)))}


SAFE = [rule for rule in all_rules() if rule.fix is Fix.SAFE]


@pytest.mark.parametrize("rule", SAFE, ids=lambda rule: rule.name)
def test_the_proof_runs_what_the_fix_makes(rule: Rule) -> None:
    program, mended = PROVEN[rule.name]
    piece = ast.dump(_Plain().visit(piece_of(mended)))
    proof = (PROOFS / f"{rule.name.replace('-', '_')}.py").read_text()
    settings = Settings()
    done = fix(
        program, lambda text: check("work.py", text, parse(text), settings, [rule]).findings, frozenset({Fix.SAFE})
    )
    assert done.fixes, done
    assert piece not in parts_of(program)
    assert piece in parts_of(done.text), done.text
    assert piece in parts_of(proof)
