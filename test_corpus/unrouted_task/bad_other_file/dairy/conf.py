broker_url = "redis://localhost"
task_routes = {
    "dairy.cheese.*": {"queue": "cheese"},
    "dairy.butter.churn": {"queue": "butter"},
}
