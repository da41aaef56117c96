from celery import Celery, Task

from gallery.images import download, shrink

app = Celery("gallery")


class MakeThumbnail(Task):
    name = "gallery.make_thumbnail"
    max_retries = 2

    async def run(self, picture_url: str, width: int = 320) -> str:  # expect CEL101: async def run
        original = await download(picture_url)
        return await shrink(original, width)


make_thumbnail = app.register_task(MakeThumbnail())
