"""The database: engine, sessions, models."""

from datetime import datetime

from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

engine = create_engine("postgresql+psycopg://localhost/newsletter", pool_size=5)
SessionLocal = sessionmaker(engine)


class Base(DeclarativeBase):
    """What all tables share."""


class Subscriber(Base):
    """Somebody who reads."""

    __tablename__ = "subscribers"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    bounces: Mapped[int] = mapped_column(default=0)


class Delivery(Base):
    """One mailing to one subscriber."""

    __tablename__ = "deliveries"
    id: Mapped[int] = mapped_column(primary_key=True)
    subscriber_id: Mapped[int] = mapped_column(ForeignKey("subscribers.id"))
    mailing: Mapped[str]
    sent_at: Mapped[datetime | None]
