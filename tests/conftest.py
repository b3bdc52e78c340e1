"""What every test can rely on: no setting of the environment that it did not make itself."""

import os

# a cache folder or a switch that someone has set for her own work would change what is tested
for name in [n for n in os.environ if n.startswith("CHECKER_")]:
    del os.environ[name]
