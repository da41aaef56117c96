from celery import Celery, Task
from sqlalchemy.orm import Session

from media.db import engine
from media.images import render
from media.models import Photo

app = Celery("media")


class RenderThumbnail(Task):
    name = "media.render_thumbnail"

    def run(self, photo_id: int, width: int) -> str:
        with Session(engine) as session:
            photo = session.get_one(Photo, photo_id)
            try:
                photo.thumbnail = render(photo.path, width)
            except OSError:
                session.close()
                raise
            session.commit()
            return f"/thumbnails/{photo_id}/{width}"


app.register_task(RenderThumbnail())
