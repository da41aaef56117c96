from asgiref.sync import async_to_sync
from celery import Celery, Task

from gallery.images import download, shrink

app = Celery("gallery")


class MakeThumbnail(Task):
    name = "gallery.make_thumbnail"
    max_retries = 2

    def run(self, picture_url: str, width: int = 320) -> str:
        return async_to_sync(self.shrink_picture)(picture_url, width)

    async def shrink_picture(self, picture_url: str, width: int) -> str:
        original = await download(picture_url)
        return await shrink(original, width)


make_thumbnail = app.register_task(MakeThumbnail())
