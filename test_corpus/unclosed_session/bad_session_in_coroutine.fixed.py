from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.pool import NullPool

from magazine.mail import mail_digest
from magazine.models import Article
from magazine.runner import run_async

engine = create_async_engine("postgresql+asyncpg://localhost/magazine", poolclass=NullPool)
make_session = async_sessionmaker(engine, expire_on_commit=False)


@shared_task
def send_digest(reader_id: int, topic: str) -> None:
    async def _execute() -> None:
        async with make_session() as session:
            articles = await session.scalars(select(Article).where(Article.topic == topic))
            await mail_digest(reader_id, [article.title for article in articles])

    run_async(_execute())
