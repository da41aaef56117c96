from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from quay.settings import DATABASE_URL

engine = create_async_engine(DATABASE_URL, pool_size=2)
SessionLocal = async_sessionmaker(engine, expire_on_commit=False)
