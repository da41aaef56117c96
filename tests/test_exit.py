"""Ways out of the worker's process."""

from __future__ import annotations

import pytest

from celerylint.facts.exit import Exit
from tests.build import indented, module_of, under

IMPORTS = "import os, sys\nfrom celery import Task, shared_task\n"


def exits(body: str, before: str = "") -> list[str]:
    module = module_of(f"{IMPORTS}{before}\n@shared_task\ndef send():\n{indented(body)}")
    return [under(module, each) for each in module.all(Exit)]


@pytest.mark.parametrize(
    "body", ["sys.exit()", "exit(1)", "quit()", "os._exit(0)", "raise SystemExit", "raise SystemExit(2) from error"]
)
def test_an_exit(body: str) -> None:
    assert exits(body) == [body]


@pytest.mark.parametrize(
    "body",
    [
        "self.exit()",
        "return sys.exit",
        "raise Exit",
        "def exit(): ...\nexit()",
        "def inner(): sys.exit()\nhandle(inner)",
        "try:\n    sys.exit()\nexcept SystemExit: ...",
        "try:\n    sys.exit()\nexcept: ...",
        "try:\n    with lock:\n        sys.exit()\nexcept (KeyError, BaseException): ...",
        "if os.fork() == 0:\n    os._exit(0)",
    ],
)
def test_no_exit(body: str) -> None:
    assert exits(body) == []


def test_an_exception_that_is_not_one_of_exits_does_not_take_it() -> None:
    assert exits("try:\n    sys.exit()\nexcept Exception: ...") == ["sys.exit()"]
    assert exits("try: ...\nexcept SystemExit:\n    sys.exit()") == ["sys.exit()"]


def test_a_function_that_is_called_so_ends_the_process_on_purpose() -> None:
    text = f"{IMPORTS}@shared_task\ndef restart_worker(): sys.exit()\n@shared_task\ndef send(): sys.exit()\n"
    assert [each.code.name for each in module_of(text).all(Exit)] == ["send"]


HELPER = "def leave(): sys.exit()"


def test_a_helper_exits_where_a_task_calls_it() -> None:
    assert exits("leave()", HELPER) == ["sys.exit()"]
    assert exits("on_signal(leave)", HELPER) == []
    assert exits("...", HELPER) == []
    assert exits("try:\n    leave()\nexcept SystemExit: ...", HELPER) == []


def test_a_hook_is_run_by_celery() -> None:
    assert exits("...", "class Base(Task):\n    def on_failure(self, *args): sys.exit()") == ["sys.exit()"]
    assert exits("...", "class Base(Task):\n    def main(self, *args): sys.exit()") == []
