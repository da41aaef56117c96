"""All categories are loaded and held: `get` takes the parent from the session's memory."""

from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Category


@shared_task
def write_category_paths() -> None:
    with SessionLocal() as session:
        categories = session.scalars(select(Category).order_by(Category.depth)).all()
        for category in categories:
            parent = session.get(Category, category.parent_id) if category.parent_id else None
            category.path = f"{parent.path}/{category.slug}" if parent else category.slug
        session.commit()
