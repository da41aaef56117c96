"""A time zone that zoneinfo does not know raises ZoneInfoNotFoundError when the app's zone is first asked for."""

from celery.schedules import crontab

from proofs import lab


def first_use(name: str) -> str | None:
    """What a crontab raises when it is asked whether it is due, in an app of that time zone."""
    app = lab.memory_app()
    app.conf.timezone = name
    schedule = crontab(minute=0, app=app)
    return lab.raised_by(lambda: schedule.is_due(schedule.now()))


def prove() -> None:
    if first_use("Europe/Paris"):
        lab.skip("there is no database of time zones here")
    lab.claim("hazard: `GMT+1`", first_use("GMT+1"), "ZoneInfoNotFoundError")
    lab.claim("hazard: `Europe/Olso`", first_use("Europe/Olso"), "ZoneInfoNotFoundError")
    if first_use("EUROPE/PARIS"):  # where file names keep small and capital letters apart
        lab.claim("hazard: `utc`", first_use("utc"), "ZoneInfoNotFoundError")
    lab.claim("mended: `UTC`", first_use("UTC"), None)
    lab.claim("mended: `Etc/GMT-1`", first_use("Etc/GMT-1"), None)
    lab.claim("mended: `Europe/Oslo`", first_use("Europe/Oslo"), None)


if __name__ == "__main__":
    lab.main(prove)
