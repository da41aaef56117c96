"""The loop belongs to a shell command: no task reaches it."""

import click
from celery import shared_task

from museum.db import SessionLocal
from museum.service import describe


@click.command()
@click.argument("exhibit_ids", nargs=-1, type=int)
def describe_all(exhibit_ids: tuple[int, ...]) -> None:
    with SessionLocal() as session:
        for exhibit_id in exhibit_ids:
            try:
                describe(session, exhibit_id)
            except Exception as error:
                click.echo(f"{exhibit_id}: {error}", err=True)
        session.commit()


@shared_task
def describe_exhibit(exhibit_id: int) -> None:
    with SessionLocal() as session:
        describe(session, exhibit_id)
        session.commit()
