from cooper.worker.common import *

barrels = 12
beat_schedule = {}
task_aks_late = True  # expect CEL710: task_aks_late
