"""Each class of settings has a list of its own."""


class CeleryConfig:
    task_serializer = "json"
    accept_content = ["json"]


class WarehouseCeleryConfig:
    task_serializer = "msgpack"
    accept_content = ["msgpack"]
