class CeleryConfig:
    task_serializer = "json"
    result_serializer = "yaml"  # expect CEL709: "yaml"
    accept_content = ["json", "yaml"]
    result_accept_content = ["application/json"]
