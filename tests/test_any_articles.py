"""Articles that the site was not written for build into one that passes its own check, in both languages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OVER = '{% extends "parkbrief:park.html" %}{% block head %}{{ super() }}<p>没有人译过这句话</p>{% endblock %}'


def build(folder: Path, articles: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build a site of articles with the sample's register and settings, in Chinese and English."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    for name in ("parks.yaml", "site.yaml"):
        shutil.copy(ROOT / "content" / name, content / name)
    command = [sys.executable, "build.py", "--content", str(content), "--articles", str(articles)]
    command += ["--output", str(folder / "site"), "--cache", str(folder / "cache"), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_all_made_up_articles_build_in_both_languages(tmp_path: Path) -> None:
    texts = [path for path in (ROOT / "tests" / "articles").iterdir() if path.suffix in (".txt", ".html")]
    (tmp_path / "articles").mkdir()
    for path in texts:
        shutil.copy(path, tmp_path / "articles")

    done = build(tmp_path, tmp_path / "articles")

    assert done.returncode == 0, done.stderr
    assert "no English for" not in done.stderr
    assert len(list((tmp_path / "site" / "en").rglob("*.html"))) > 500
    assert len(list((tmp_path / "site" / "sources").glob("*.html"))) > len(texts) > 50


def test_words_without_an_english_message_are_told_and_stay_chinese(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("云泽高新区提速\n2024-03-10\n\n云泽高新区有企业12家。\n", encoding="utf-8")
    own = tmp_path / "content" / "templates"
    own.mkdir(parents=True)
    (own / "park.html").write_text(OVER, encoding="utf-8")

    done = build(tmp_path, article)

    assert done.returncode == 0, done.stderr
    assert "no English for '没有人译过这句话'" in done.stderr
    pages = [path.read_text("utf-8") for path in (tmp_path / "site" / "en" / "parks").rglob("index.html")]
    assert any('<span lang="zh-Hans">没有人译过这句话</span>' in page for page in pages)
    assert build(tmp_path, article, "--strict").returncode != 0


def test_odd_figures_build_too(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "云泽高新区提速\n2024-03-10\n\n云泽高新区有企业1,200家，工业投资5\u200b1.8亿元，发放补贴500元/人，"
        "日供水１２千升。\n\n税收增长三成，占全市1/3以上，排名前进至第15位，出口2至3亿美元，占近7成。\n",
        encoding="utf-8",
    )

    done = build(tmp_path, article, "--strict")

    assert done.returncode == 0, done.stderr
