from celery.schedules import crontab

CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE = {
    "poll-mail": {"task": "office.tasks.poll_mail", "schedule": crontab(minute="*/5")},
    "hourly-totals": {"task": "office.tasks.totals", "schedule": crontab(minute=0)},
    "expire-links": {"task": "office.tasks.expire_links", "schedule": crontab(minute=12, hour="*/6")},
    "archive-mail": {"task": "office.tasks.archive_mail", "schedule": crontab(minute=24, hour=0)},
    "drop-drafts": {"task": "office.tasks.drop_drafts", "schedule": crontab(minute=36, hour=0)},
    "send-digest": {"task": "office.tasks.send_digest", "schedule": crontab(minute="48", hour="0,12")},
}
