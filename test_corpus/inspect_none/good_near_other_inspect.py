"""Another library's inspector, the standard module, and a list that `app.control` gives."""

import inspect

from sqlalchemy import inspect as inspect_engine

from shop.celery import app
from shop.database import engine
from shop.fleet import fleet


def columns(table: str) -> list[str]:
    return [column["name"] for column in inspect_engine(engine).get_columns(table)]


def parameters(function) -> list[str]:
    return list(inspect.signature(function).parameters)


def pumps() -> dict:
    return fleet.inspect().active().items()


def pinged() -> int:
    return len(app.control.ping())
