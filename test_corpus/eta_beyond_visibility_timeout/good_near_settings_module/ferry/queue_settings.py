import json
import os

broker_url = "redis://localhost"
broker_transport_options = json.loads(os.environ["TRANSPORT_OPTIONS"])
