"""A savepoint per item without `with`: the handler rolls back to it."""

from celery import shared_task
from sqlalchemy.exc import SQLAlchemyError

from recipes.db import SessionLocal
from recipes.service import attach_photo


@shared_task
def attach_photos(photos: dict[int, str]) -> list[int]:
    refused = []
    with SessionLocal() as session:
        for recipe_id, path in photos.items():
            savepoint = session.begin_nested()
            try:
                attach_photo(session, recipe_id, path)
                savepoint.commit()
            except SQLAlchemyError:
                savepoint.rollback()
                refused.append(recipe_id)
        session.commit()
    return refused
