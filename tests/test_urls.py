from core.urls import absolute, anchor, park_url, project_url, relative, resolve, source_url


def test_a_link_names_the_file_and_climbs_as_far_as_it_must() -> None:
    assert relative("parks/yunze/index.html", "sources/a.html#q4") == "../../sources/a.html#q4"
    assert relative("index.html", "parks/index.html") == "parks/index.html"
    assert relative("sources/a.html", "sources/b.html") == "b.html"


def test_a_link_to_a_name_in_chinese_is_percent_encoded() -> None:
    assert relative("index.html", "sources/年报.html#q1") == "sources/%E5%B9%B4%E6%8A%A5.html#q1"


def test_resolving_undoes_linking() -> None:
    for here in ("index.html", "parks/yunze/index.html", "sources/a.html"):
        for there in ("index.html", "sources/年报 1.html", park_url("yunze"), project_url("x")):
            assert resolve(here, relative(here, anchor(there, "o-1"))) == (there, "o-1")


def test_a_link_with_a_fragment_alone_stays_on_its_page() -> None:
    assert resolve("sources/a.html", "#q4") == ("sources/a.html", "q4")


def test_a_link_that_leaves_the_site_shows_that_it_does() -> None:
    assert resolve("parks/index.html", "../../elsewhere.html") == ("../elsewhere.html", "")


def test_an_absolute_address_has_one_slash_between_base_and_page() -> None:
    assert (
        absolute("https://example.org/parks/", source_url("a")) == "https://example.org/parks/sources/a.html"
    )
    assert absolute("https://example.org", source_url("a")) == "https://example.org/sources/a.html"
