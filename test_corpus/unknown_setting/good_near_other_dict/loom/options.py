OPTIONS = {
    "broker_url": "redis://localhost",
}
OF_THE_PATTERN = {
    "broker_url": "https://threads.example",
    "task_akcs_late": True,
}
