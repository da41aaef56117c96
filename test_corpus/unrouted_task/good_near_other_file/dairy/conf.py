broker_url = "redis://localhost"
task_routes = {"dairy.butter.churn": {"queue": "butter"}}
