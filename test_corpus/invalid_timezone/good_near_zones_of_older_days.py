"""Names that are not the usual ones, but that the database of time zones has."""

from celery import Celery

kiev = Celery("kiev", broker="redis://localhost", timezone="Europe/Kiev")
east = Celery("east", broker="redis://localhost", timezone="EST5EDT")
pacific = Celery("pacific", broker="redis://localhost", timezone="US/Pacific")
zulu = Celery("zulu", broker="redis://localhost", timezone="Zulu")
far = Celery("far", broker="redis://localhost", timezone="America/Argentina/Buenos_Aires")
