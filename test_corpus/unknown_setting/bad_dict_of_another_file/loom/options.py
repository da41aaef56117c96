OPTIONS = {
    "broker_url": "redis://localhost",
    "task_akcs_late": True,  # expect CEL710: "task_akcs_late"
}
