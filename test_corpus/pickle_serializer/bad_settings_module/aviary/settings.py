broker_url = "redis://cache:6379/0"
accept_content = ["json", "pickle"]  # expect CEL708: "pickle"
