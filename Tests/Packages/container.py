"""Writes a container's configuration: container.py TO FROM NETWORK VOLUME [WORD...].

FROM is what umoci made of the image; the words stand in place of what the image runs by itself.
"""

import json
import sys

to, source, network, volume, *words = sys.argv[1:]
with open(source) as file:
    config = json.load(file)
process = config["process"]
process["terminal"] = False
if words:
    process["args"] = process["args"][:1] + words
# As behind a web server with https.
process["env"].append("MEND_BASE_URL=https://mend.example.org")
for namespace in config["linux"]["namespaces"]:
    if namespace["type"] == "network":
        namespace["path"] = network
config["mounts"].append({"destination": "/data", "type": "bind", "source": volume, "options": ["rbind", "rw"]})
config["linux"].pop("resources", None)
with open(to, "w") as file:
    json.dump(config, file)
