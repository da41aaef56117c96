import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from harbour.cargo import weigh
from harbour.settings import DATABASE_URL

engine = create_async_engine(DATABASE_URL)
SessionLocal = async_sessionmaker(bind=engine)


@shared_task
def weigh_cargo() -> None:
    async def run() -> None:
        async with SessionLocal.begin() as session:  # expect CEL333: SessionLocal.begin()
            await weigh(session)

    asyncio.run(run())


@shared_task
def weigh_again() -> None:
    async def run() -> None:
        try:
            async with SessionLocal() as session:
                await weigh(session)
        finally:
            await engine.dispose()

    asyncio.run(run())
