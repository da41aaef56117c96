"""The loop with the queries belongs to a shell command: no task reaches it."""

import click
from celery import shared_task
from sqlalchemy import func, select

from school.db import SessionLocal
from school.models import Course, Pupil


@click.command()
def print_courses() -> None:
    with SessionLocal() as session:
        for course in session.scalars(select(Course)).all():
            pupils = session.scalar(select(func.count(Pupil.id)).where(Pupil.course_id == course.id))
            click.echo(f"{course.title}: {pupils}")


@shared_task
def close_course(course_id: int) -> None:
    with SessionLocal() as session:
        session.get_one(Course, course_id).closed = True
        session.commit()
