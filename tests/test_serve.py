"""The web server."""

import gc
import subprocess
import sys

from articles.nlp.pipeline import spare_collector
from newsdesk.serve import SHORT_WALKS, Desk, settle


def test_what_is_loaded_before_the_workers_part_is_left_out_of_collections():
    gc.unfreeze()

    Desk(8000).load()

    frozen = gc.get_freeze_count()
    gc.unfreeze()
    assert frozen > 10_000


def test_the_pages_are_loaded_before_the_workers_part():
    loading = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'newsdesk.settings'; from newsdesk.serve import Desk;"
        " Desk(8000).load(); sys.exit('articles.views.search' not in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", loading], check=False).returncode == 0


def test_an_import_before_leaves_no_long_walks_to_requests():
    before = gc.get_threshold()
    try:
        spare_collector()
        settle()
        assert gc.get_threshold() == SHORT_WALKS
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
