import re

from articles.templatetags.scripts import FOLDER, module_scripts


def test_modules_bring_along_all_that_they_import() -> None:
    """A browser that fetches only what the page names asks for nothing more when the modules run."""
    html = module_scripts("js/annotate/annotate.js", "js/annotate/room.js")
    scripts = re.findall(r'<script type="module" src="/static/([^"]+)"></script>', html)
    links = re.findall(r'<link rel="modulepreload" href="/static/([^"]+)">', html)
    assert scripts == ["js/annotate/annotate.js", "js/annotate/room.js"]
    others = {f"js/annotate/{path.name}" for path in (FOLDER / "js" / "annotate").glob("*.js")}
    assert {*scripts, *links} == {*others, "js/components/sureness.js"}
    assert len(links) == len(set(links))


def test_what_every_page_loads_brings_its_own() -> None:
    html = module_scripts("js/main.js")
    assert re.findall(r'"(/static/[^"]+)"', html) == [
        "/static/js/components/evidence.js",
        "/static/js/components/legend.js",
        "/static/js/main.js",
    ]
