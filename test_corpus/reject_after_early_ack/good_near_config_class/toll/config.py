from toll.shared import Shared


class QueueConfig(Shared):
    task_soft_time_limit = 60
