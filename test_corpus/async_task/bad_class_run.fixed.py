import asyncio

from celery import Celery, Task

from gallery.images import download, shrink

app = Celery("gallery")


class MakeThumbnail(Task):
    name = "gallery.make_thumbnail"
    max_retries = 2

    def run(self, picture_url: str, width: int = 320) -> str:
        return asyncio.run(self._run(picture_url, width))

    async def _run(self, picture_url: str, width: int = 320) -> str:
        original = await download(picture_url)
        return await shrink(original, width)


make_thumbnail = app.register_task(MakeThumbnail())
