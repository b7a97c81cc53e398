"""Run records: there from the first second, whole at every moment, read back as they were written."""

from __future__ import annotations

import json
from pathlib import Path

from crawler.store.runs import RunRecord, forget_records, read_record, records, write_record
from tests.store.conftest import Opener

BEGUN = RunRecord(id="20261125T031500Z-viva-1f2e", spider="viva", started_at="2026-11-25T03:15:00Z")


def test_a_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    ended = RunRecord(
        id=BEGUN.id,
        spider="viva",
        started_at=BEGUN.started_at,
        ended_at="2026-11-25T03:16:00Z",
        exit_code=65,
        cause="byline empty in 9 of 10 articles",
        sections={"news": {"cards": 40, "new": 3}},
        fill_rates={"byline": 0.1},
    )
    write_record(tmp_path, BEGUN)
    path = write_record(tmp_path, ended)
    assert read_record(tmp_path, BEGUN.id) == ended
    assert path == tmp_path / "runs" / f"{BEGUN.id}.json"
    assert json.loads(path.read_text())["exit_code"] == 65
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_records_are_given_oldest_first_and_broken_ones_passed_over(tmp_path: Path) -> None:
    for number in range(5):
        spider = "viva" if number % 2 else "detik"
        write_record(tmp_path, RunRecord(id=f"2026112{number}", spider=spider, started_at=""))
    (tmp_path / "runs" / "20261129.json").write_text("{")
    (tmp_path / "runs" / "20261128.json").write_text("[1]")
    (tmp_path / "runs" / "20261127.json").write_text('{"id": "x"}')
    assert [record.id for record in records(tmp_path)] == [f"2026112{number}" for number in range(5)]
    assert [record.id for record in records(tmp_path, spider="detik", last=2)] == ["20261122", "20261124"]


def test_fields_of_later_versions_do_not_hinder(tmp_path: Path) -> None:
    path = write_record(tmp_path, BEGUN)
    path.write_text(json.dumps({**json.loads(path.read_text()), "mood": "good"}))
    assert read_record(tmp_path, BEGUN.id) == BEGUN


def test_records_and_logs_of_long_ago_are_removed(tmp_path: Path) -> None:
    for name in ("20250101T000000Z-viva-1", "20260801T000000Z-viva-2", "by-hand"):
        write_record(tmp_path, RunRecord(id=name, spider="viva", started_at=""))
        (tmp_path / "runs" / f"{name}.log").touch()
    assert forget_records(tmp_path, before="20260801") == 2
    assert [record.id for record in records(tmp_path)] == ["20260801T000000Z-viva-2", "by-hand"]
    assert forget_records(tmp_path / "nowhere", before="20260801") == 0


def test_a_run_removes_the_records_that_are_too_old(open_store: Opener, tmp_path: Path) -> None:
    write_record(tmp_path, RunRecord(id="20260101T000000Z-example-1", spider="example", started_at=""))
    open_store(runs_kept_days=400).close()
    assert len(records(tmp_path)) == 1
    open_store("r2", day="2027-01-01", runs_kept_days=90).close()
    assert records(tmp_path) == ()


def test_no_runs_are_no_records(tmp_path: Path) -> None:
    assert records(tmp_path) == ()
    assert read_record(tmp_path, "r1") is None
