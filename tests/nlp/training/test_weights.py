from thinc.api import Linear

from articles.nlp.training.weights import Mean, put, weights_of


def test_mean_of_weights_is_put_back() -> None:
    model = Linear(1, 1).initialize()
    mean = Mean()
    for value in (1.0, 2.0, 6.0):
        model.set_param("b", model.ops.asarray1f([value]))
        mean.add(weights_of(model))
    put(mean.weights)
    assert model.get_param("b").tolist() == [3.0]


def test_copied_mean_stays_when_more_is_added() -> None:
    model = Linear(1, 1).initialize()
    mean = Mean()
    mean.add(weights_of(model))
    early = mean.copy()
    model.set_param("b", model.ops.asarray1f([8.0]))
    mean.add(weights_of(model))
    assert [value.tolist() for _, name, value in early if name == "b"] == [[0.0]]
