from vineyard.jobs_config import *

timezone = "Europe/Rome"
