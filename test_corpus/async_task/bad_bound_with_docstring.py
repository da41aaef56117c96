from celery import shared_task

from choir.runner import run_async
from choir.songs import rehearse, rehearsed


@shared_task
def rehearse_all() -> None:
    run_async(rehearse("all"))


@shared_task(bind=True, max_retries=3)
async def rehearse_song(self, song: str, /, *voices: str, slowly: bool = False, **notes: int) -> int:  # expect CEL101: async def rehearse_song
    """Have a song rehearsed."""

    # the voices come late
    for voice in voices:
        await rehearse(song, voice, slowly, **notes)
    return rehearsed(song, self.request.id)


@shared_task
async def rehearse_solo(song: str) -> None: await rehearse(song)  # expect CEL101: async def rehearse_solo


@shared_task
async def rehearse_again(song: str) -> None:  # expect CEL101: async def rehearse_again
    await rehearse(song)


async def rehearse_twice(song: str) -> None:
    await rehearse_again(song)
    await rehearse_again(song)
