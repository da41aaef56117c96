from cooper.worker.common import *

barrels = 12
beat_schedule = {}
task_acks_late = True
