"""Lines that task code writes to a log."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.log_call import LogCall
from tests.build import indented, module_of


def calls(imports: str, body: str, settings: Settings | None = None) -> list[LogCall]:
    """The lines that a task with this body writes."""
    head = f"from celery import shared_task\n{imports}\n@shared_task\ndef job(a):\n"
    return module_of(head + indented(body), settings or Settings()).all(LogCall)


@pytest.mark.parametrize(
    ("imports", "line", "by_name"),
    [
        ("import logging", "logging.getLogger(__name__).info(a)", False),
        ("import logging", "logging.info(a)", False),
        ("from logging import getLogger\nlog = getLogger('a').getChild('b')", "log.error(a)", False),
        ("from celery.utils.log import get_task_logger as make\nout = make('a')", "out.warn(a)", False),
        ("from loguru import logger", "logger.opt(exception=True).bind(b=a).success(a)", True),
        ("import structlog\nlog = structlog.stdlib.get_logger().new()", "log.info(a)", True),
        ("from .log import logger", "logger.info(a)", False),
        ("from flask import current_app", "current_app.logger.info(a)", False),
        ("from app.log import get_logger\naudit = get_logger()", "audit.bind(a=a).info(a)", False),
        ("from app.log import get_logger\naudit = get_logger()", "audit.error(a, b=a)", True),
        ("from app.log import logger", "logger.error(a, exc_info=True, extra={})", False),
    ],
)
def test_a_logger_is_known_by_what_made_it(imports: str, line: str, by_name: bool) -> None:
    assert [call.takes_keywords for call in calls(imports, line)] == [by_name]


@pytest.mark.parametrize(
    ("imports", "line"),
    [
        ("", "logger.info(a)"),
        ("", "a.logger.info(a)"),
        ("from app import sink", "sink.info(a)"),
        ("def make(): pass\nlogger = make()", "logger.info(a)"),
        ("from app.log import logger", "logger.info"),
        ("from app.log import logger", "logger.setLevel(a)"),
    ],
)
def test_what_is_no_known_logger(imports: str, line: str) -> None:
    assert calls(imports, line) == []


def test_a_project_names_its_loggers() -> None:
    assert calls("from app import sink", "sink.info(a)", Settings(loggers=("sink",)))


@pytest.mark.parametrize(
    ("line", "mixed"),
    [
        ("log.info(f'{a}')", True),
        ("log.info(msg='a %s' % a)", True),
        ("log.log(10, 'b' + a)", True),
        ("log.info('{}'.format(a))", True),
        ("log.log(f'{a}')", False),
        ("log.info(a.format(1))", False),
        ("log.info(a % 2)", False),
        ("log.info(*a)", False),
    ],
)
def test_a_mixed_text(line: str, mixed: bool) -> None:
    (call,) = calls("import logging\nlog = logging.getLogger()", line)
    assert bool(call.mixed_text) is mixed


@pytest.mark.parametrize(
    ("line", "has"),
    [
        ("log.exception(a)", True),
        ("log.error(a, exc_info=True)", True),
        ("log.error(a, exc_info=a)", True),
        ("log.error(a, **a)", True),
        ("log.error(a, exc_info=False)", False),
        ("log.error(a)", False),
    ],
)
def test_a_line_with_a_traceback(line: str, has: bool) -> None:
    (call,) = calls("import logging\nlog = logging.getLogger()", line)
    assert call.has_traceback is has
