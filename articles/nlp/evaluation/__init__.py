"""Measures the pipeline against gold annotation; reads files, writes nothing."""
