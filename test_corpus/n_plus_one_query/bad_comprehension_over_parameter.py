from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

from media.images import contact_sheet
from media.models import Photo

engine = create_engine("postgresql+psycopg://localhost/media")
Session = sessionmaker(engine)


@shared_task
def build_contact_sheet(album_id: int, photo_ids: list[int]) -> str:
    with Session() as session:
        photos = [session.get(Photo, photo_id) for photo_id in photo_ids]  # expect CEL302: session.get(Photo, photo_id)
        return contact_sheet(album_id, [photo.path for photo in photos if photo is not None])
