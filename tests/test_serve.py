"""The web server."""

import gc

from newsdesk.serve import Desk


def test_what_is_loaded_before_the_workers_part_is_left_out_of_collections():
    gc.unfreeze()

    Desk(8000).load()

    frozen = gc.get_freeze_count()
    gc.unfreeze()
    assert frozen > 10_000
