"""Where the people of a network stand: near whom they met, and no name upon another."""

from collections.abc import Sequence
from math import ceil

import networkx as nx

from articles.pictures.svg import WIDTH
from articles.queries.meeting_network import Tie

#: The same people always stand at the same places.
SEED = 7
#: A row of nodes, each with its name under it, and how far one may stand above or below the others of its row.
ROW, SLACK = 52.0, 7.0
#: Room between two names, and how much of a row names may fill.
ROOM, FILLED = 6.0, 0.72
FEWEST_ROWS = 5
Spot = tuple[float, float]


def laid_out(widths: Sequence[float], ties: Sequence[Tie], *, central: bool) -> tuple[list[Spot], float]:
    """The middle of each node, of these widths, and the height of the picture; who is central comes first."""
    spread = spring(len(widths), ties, central=central)
    number = max(FEWEST_ROWS, ceil(sum(width + ROOM for width in widths) / (WIDTH * FILLED)))
    spots = list(spread)
    for place, row in enumerate(rows(spread, widths, number)):
        xs = side_by_side([between(spread[node][0], WIDTH) for node in row], [widths[node] for node in row])
        for node, x in zip(row, xs, strict=True):
            y = ROW * (place + 0.5)
            wish = between(spread[node][1], ROW * number) - y
            spots[node] = (x, y + max(-SLACK, min(SLACK, wish)))
    return spots, ROW * number


def spring(number: int, ties: Sequence[Tie], *, central: bool) -> list[Spot]:
    """Positions in a square of one by one, as if ties were springs."""
    if number < 2:
        return [(0.5, 0.5)] * number
    graph = nx.Graph()
    graph.add_nodes_from(range(number))
    graph.add_weighted_edges_from((tie.one, tie.other, tie.number) for tie in ties)
    start = nx.circular_layout(graph)
    if central:
        start[0] = (0.0, 0.0)
    fixed = [0] if central else None
    found = nx.spring_layout(graph, pos=start, fixed=fixed, k=2.2 / number**0.5, iterations=60, seed=SEED)
    spots = [(float(found[node][0]), float(found[node][1])) for node in range(number)]
    return scaled(spots) if central else ranked(spots)


def scaled(spots: Sequence[Spot]) -> list[Spot]:
    """Stretched to the whole square; the middle stays the middle."""
    axes = []
    for axis in (0, 1):
        reach = max(abs(spot[axis]) for spot in spots) or 1.0
        axes.append([(spot[axis] / reach + 1) / 2 for spot in spots])
    return list(zip(*axes, strict=True))


def ranked(spots: Sequence[Spot]) -> list[Spot]:
    """Spread evenly over the whole square, in the same order: some who met nobody else would push all others aside."""
    axes = []
    for axis in (0, 1):
        order = sorted(range(len(spots)), key=lambda node: (spots[node][axis], node))
        place = {node: number for number, node in enumerate(order)}
        axes.append([(place[node] + 0.5) / len(spots) for node in range(len(spots))])
    return list(zip(*axes, strict=True))


def between(share: float, whole: float) -> float:
    return share * whole


def rows(spread: Sequence[Spot], widths: Sequence[float], number: int) -> list[list[int]]:
    """Nodes from top to bottom, each row as full as the others, and from left to right within it."""
    full = sum(width + ROOM for width in widths) / number
    found: list[list[int]] = [[] for _row in range(number)]
    before = 0.0
    for node in sorted(range(len(widths)), key=lambda node: (spread[node][1], node)):
        place = min(number - 1, int((before + widths[node] / 2) / full))
        found[place].append(node)
        before += widths[node] + ROOM
    return [sorted(row, key=lambda node: (spread[node][0], node)) for row in found]


def side_by_side(wishes: Sequence[float], widths: Sequence[float]) -> list[float]:
    """As near to the wishes as leaves no two touching, and all inside the picture."""
    xs = list(wishes)
    right = 0.0
    for place, width in enumerate(widths):
        xs[place] = max(xs[place], right + width / 2)
        right = xs[place] + width / 2 + ROOM
    left = float(WIDTH)
    for place in reversed(range(len(widths))):
        xs[place] = min(xs[place], left - widths[place] / 2)
        left = xs[place] - widths[place] / 2 - ROOM
    return xs
