import asyncio

from celery import shared_task
from sqlalchemy import Column, ForeignKey, Integer, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import declarative_base, relationship, selectinload

from shop.settings import DATABASE_URL

Base = declarative_base()
engine = create_async_engine(DATABASE_URL)
TaskSession = async_sessionmaker(engine, expire_on_commit=False)


class Shelf(Base):
    __tablename__ = "shelf"
    id = Column(Integer, primary_key=True)


class Box(Base):
    __tablename__ = "box"
    id = Column(Integer, primary_key=True)
    shelf_id = Column(ForeignKey("shelf.id"))
    shelf = relationship("Shelf", lazy="select")


async def _shelf_of(box_id: int) -> int:
    try:
        async with TaskSession() as session:
            box = (await session.scalars(select(Box).options(selectinload(Box.shelf)).where(Box.id == box_id))).one()
            return box.shelf.id
    finally:
        await engine.dispose()


@shared_task
def shelf_of(box_id: int) -> int:
    return asyncio.run(_shelf_of(box_id))
