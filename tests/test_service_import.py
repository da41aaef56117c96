"""Which package of services a file is in, as far as its path tells."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.module import Module
from celerylint.facts.service_import import ServiceImport
from celerylint.syntax.source import Source, parse

TEXT = "from celery import shared_task\nfrom shop.services.mail import send\n@shared_task\ndef thank(): send()\n"


def is_found(path: str) -> bool:
    """Whether the import of a service is one in a file with that path."""
    return bool(Module(Source(path, TEXT, parse(TEXT)), Settings()).all(ServiceImport))


@pytest.mark.parametrize(
    "path", ["tasks.py", "shop/tasks.py", "/srv/services/shop/tasks.py", "other/services/tasks.py", "shop/services.py"]
)
def test_a_file_beside_the_services(path: str) -> None:
    assert is_found(path)


@pytest.mark.parametrize(
    "path", ["./shop/services/tasks.py", "services/tasks.py", "/x/shop/services/a/tasks.py", "C:\\shop\\services\\a.py"]
)
def test_a_file_among_the_services(path: str) -> None:
    assert not is_found(path)
