"""Training the recogniser of names: corpus, variation, fitting, scores."""
