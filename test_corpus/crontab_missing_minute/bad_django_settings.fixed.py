from celery.schedules import crontab as cron

CELERY_TIMEZONE = "Asia/Tokyo"
CELERY_BEAT_SCHEDULE = {
    "clear-sessions": {
        "task": "accounts.tasks.clear_sessions",
        "schedule": cron(minute=15, hour=2),
    },
    "remind-teachers": {
        "task": "school.tasks.remind_teachers",
        "schedule": cron(minute=0, hour=7, day_of_week="mon-fri"),
    },
    "close-term": {
        "task": "school.tasks.close_term",
        "schedule": cron(hour=0, minute="30", day_of_month="1", month_of_year="7"),
    },
}
