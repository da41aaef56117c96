import asyncio
import logging

from celery import shared_task

from museum.mail import invite
from museum.members import members_of

logger = logging.getLogger(__name__)


@shared_task
def invite_members(exhibition: int) -> int:
    async def _invite_all() -> int:
        invitations_sent = 0
        for member in await members_of(exhibition):
            try:
                logger.debug("inviting %s", member.name)
                invitations_sent += 1  # expect CEL819: invitations_sent += 1
                await invite(member.address, exhibition)
            except OSError as error:
                logger.error("not invited: %s %s", member.name, error)
        return invitations_sent

    return asyncio.run(_invite_all())
