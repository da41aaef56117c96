"""The tables about Celery, held against what each Celery from 5.2 to the newest has: `make tables` finds that out."""

from __future__ import annotations

import sys

import celery
import pytest

from celerylint.core.settings import NEWEST_CELERY
from tools import celery_tables
from tools.celery_tables import OLDEST, differences, numbers, probe, record_json, recorded

RECORDED = recorded()


def test_the_record_goes_from_the_oldest_celery_to_the_newest() -> None:
    versions = sorted(map(numbers, RECORDED))
    assert versions == [(5, minor) for minor in range(numbers(OLDEST)[1], NEWEST_CELERY[1] + 1)]


@pytest.mark.parametrize("version", sorted(RECORDED))
def test_the_tables_are_right_for_a_version(version: str) -> None:
    assert differences(version, RECORDED[version]) == []


@pytest.mark.skipif(sys.platform == "win32", reason="some of what JSON refuses cannot be made on Windows")
def test_the_tables_are_right_for_the_installed_celery() -> None:
    pytest.importorskip("greenlet", reason="sqlalchemy.ext.asyncio needs greenlet")
    assert differences(celery.__version__, probe(sys.executable)) == []


def test_a_difference_is_a_line() -> None:
    has = {**RECORDED[OLDEST], "signals": RECORDED[OLDEST]["signals"] - {"task_prerun"} | {"task_dreamt"}}
    assert differences(OLDEST, has) == [
        "celery 5.2.7: signals: it does not have task_prerun",
        "celery 5.2.7: signals: our table does not have task_dreamt",
    ]


def test_what_is_newer_is_expected_of_newer_versions_only() -> None:
    before, after = celery_tables.tables((5, 6)), celery_tables.tables((5, 7))
    assert after["settings"] - before["settings"] >= {"task_acks_on_timeout"}
    assert after["task attributes"] - before["task attributes"] >= {"acks_on_timeout"}


def test_the_record_reads_back_as_it_was_written() -> None:
    assert (
        record_json({version: RECORDED[version] for version in sorted(RECORDED, key=numbers)})
        == celery_tables.RECORD.read_text()
    )
