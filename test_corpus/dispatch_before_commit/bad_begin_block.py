from contextlib import contextmanager

from sqlalchemy import create_engine, insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import sessionmaker

from mailing.models import Letter
from mailing.tasks import deliver

engine = create_engine("postgresql:///mailing")
SessionLocal = sessionmaker(engine)


@contextmanager
def session_scope():
    session = SessionLocal()
    try:
        yield session
        session.commit()
    finally:
        session.close()


async def queue_letter(session: AsyncSession, text: str) -> None:
    async with session.begin():
        letter = Letter(text=text)
        session.add(letter)
        await session.flush()
        deliver.delay(letter.id)  # expect CEL325: deliver.delay(letter.id)


def queue_copies(texts: list[str]) -> None:
    with SessionLocal.begin() as session:
        for text in texts:
            session.execute(insert(Letter).values(text=text))
            deliver.delay(text)  # expect CEL325: deliver.delay(text)


def queue_reply(text: str) -> None:
    with session_scope() as session:
        session.add(Letter(text=text))
        deliver.delay(text)  # expect CEL325: deliver.delay(text)
