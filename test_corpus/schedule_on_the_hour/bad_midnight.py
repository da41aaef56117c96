from celery.schedules import crontab

MIDNIGHT = crontab(minute=0, hour=0)

CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE = {
    "poll-mail": {"task": "office.tasks.poll_mail", "schedule": crontab(minute="*/5")},
    "hourly-totals": {"task": "office.tasks.totals", "schedule": crontab(minute=0)},  # expect CEL724: "hourly-totals"
    "expire-links": {"task": "office.tasks.expire_links", "schedule": crontab(minute=0, hour="*/6")},
    "archive-mail": {"task": "office.tasks.archive_mail", "schedule": MIDNIGHT},
    "drop-drafts": {"task": "office.tasks.drop_drafts", "schedule": MIDNIGHT},
    "send-digest": {"task": "office.tasks.send_digest", "schedule": crontab(minute="0", hour="0,12")},
}
