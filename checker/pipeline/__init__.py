"""The hallway: the order in which the stages run, and the only importer of them.

``analyse`` turns one document into an account, ``compare`` brings accounts together, ``judge`` runs the rules and
orders what they find; ``run_check`` walks the whole way.
"""

from checker.pipeline.analyse import analyse
from checker.pipeline.models import make_embedder, make_inferer
from checker.pipeline.run import run_check

__all__ = ["analyse", "make_embedder", "make_inferer", "run_check"]
