"""What Lighthouse says of the pages readers see most, in a desk that runs: `make lighthouse`.

It comes from npm into `var/lighthouse` and is part of no installation. Each page is measured as on a phone, which is
the stricter of its two ways; a page below the goal in anything makes the command fail.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "var" / "lighthouse"
VERSION = "12.8.2"
GOAL = 95
CATEGORIES = ("performance", "accessibility", "best-practices")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic"


class MissingError(Exception):
    """Something that is needed is not there; the message says what to do."""


def chromium() -> str:
    found = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if found is None:
        raise MissingError(
            "Chromium is missing: install it (Debian: apt-get install chromium) or set CHROMIUM to its path."
        )
    return found


def lighthouse() -> Path:
    """The program, installed where it is not yet."""
    program = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise MissingError("npm and Node.js 18 or newer are missing (Debian: apt-get install npm).")
    if not program.exists():
        sys.stdout.write(f"Installing Lighthouse {VERSION} into {FOLDER} (about a minute the first time)…\n")
        sys.stdout.flush()
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-save", "--prefix", str(FOLDER), f"lighthouse@{VERSION}"]
        if subprocess.run(command, check=False).returncode != 0:
            raise MissingError("Lighthouse could not be installed from npm; the lines above say why.")
    return program


def read(address: str) -> str:
    try:
        with urlopen(address, timeout=30) as answer:  # noqa: S310 - the desk's own address
            return str(answer.read().decode())
    except URLError as error:
        raise MissingError(f"No desk answers at {address} ({error.reason}). Start one: make run") from None


def pages(site: str) -> dict[str, str]:
    """The desk, and an article, an actor and a search that its pages lead to."""
    article = re.search(r'href="(/articles/\d+/)"', read(f"{site}/articles/"))
    actor = re.search(r'href="(/actors/(?!merges)[-\w]+/)"', read(f"{site}/actors/"))
    if article is None or actor is None:
        raise MissingError(
            "This desk has no article or no actor to look at; load the sample: make run in an empty folder."
        )
    slug = actor[1].split("/")[2]
    paths = {"desk": "/", "article": article[1], "actor": actor[1], "meeting search": f"/meetings/?actor={slug}"}
    return {name: site + unescape(path) for name, path in paths.items()}


def scores(program: Path, address: str) -> dict[str, int]:
    command = ["node", str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    run = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": chromium()}, capture_output=True, text=True, check=False
    )
    if run.returncode != 0:
        raise MissingError(f"Lighthouse broke off at {address}: {run.stderr.strip()[-500:]}")
    told = json.loads(run.stdout)["categories"]
    return {name: round(100 * (told[name]["score"] or 0)) for name in CATEGORIES}


def main() -> int:
    site = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
    try:
        chromium()
        program = lighthouse()
        found = {name: scores(program, address) for name, address in pages(site).items()}
    except MissingError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lines = [
        ["page", *CATEGORIES],
        *([name, *(str(told[each]) for each in CATEGORIES)] for name, told in found.items()),
    ]
    sys.stdout.writelines("".join(f"{cell:<16}" for cell in line).rstrip() + "\n" for line in lines)
    return int(min(min(told.values()) for told in found.values()) < GOAL)


if __name__ == "__main__":
    sys.exit(main())
