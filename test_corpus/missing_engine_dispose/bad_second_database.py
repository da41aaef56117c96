import asyncio

from celery import shared_task

from customs.db import get_customs_session_maker
from harbour.cargo import declare
from harbour.db import HarbourSessionLocal, harbour_engine


@shared_task
def declare_cargo() -> None:
    async def _execute() -> None:
        try:
            async with HarbourSessionLocal() as session:
                CustomsSession = get_customs_session_maker()
                async with CustomsSession() as customs:  # expect CEL333: CustomsSession()
                    await declare(session, customs)
        finally:
            await harbour_engine.dispose()

    asyncio.run(_execute())


@shared_task
def shut_down() -> None:
    async def _execute() -> None:
        async with HarbourSessionLocal() as session:  # expect CEL333: HarbourSessionLocal()
            await session.commit()
        await harbour_engine.dispose()

    asyncio.run(_execute())
