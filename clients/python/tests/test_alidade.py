"""Held against the command line and the packages that use it, as far as they are installed."""

import ast
import importlib.util
import json
import multiprocessing
import os
import pathlib
import pickle
import signal
import subprocess

import pytest

import alidade


@pytest.fixture(scope="session", autouse=True)
def own_server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runtime")
    os.environ["ALIDADE_RUNTIME"] = str(folder)
    yield folder
    announced = folder / "server.json"
    if announced.exists():
        os.kill(json.loads(announced.read_text())["pid"], signal.SIGTERM)


def test_items_are_those_of_the_command_line():
    items = alidade.items("direction", seed=7, form="choice", distractors=1)
    command = [*os.environ["ALIDADE_COMMAND"].split(), "generate", "direction", "--seed", "7"]
    command += ["--set", "form=choice", "--set", "distractors=1", "--count", "300", "--out", "-"]
    out = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    expected = [json.loads(line) for line in out.splitlines()]
    assert items[42] == expected[42]
    assert items[0:300] == expected
    assert [item["id"] for item, _ in zip(items, range(3))] == [x["id"] for x in expected[:3]]


def test_items_of_two_seeds_share_nothing():
    first, second = (
        {json.dumps(item["instance"]) for item in alidade.items("direction", seed=s)[0:500]}
        for s in (42, 43)
    )
    assert not first & second


def test_a_size_makes_it_a_sequence():
    items = alidade.items("region", seed=1, size=10)
    assert len(items) == 10 and len(list(items)) == 10
    assert items[-1] == items[9] and items[2:8:3] == [items[2], items[5]]
    with pytest.raises(IndexError):
        items[10]
    parts = [items.split(i, 3) for i in range(3)]
    assert [x["id"] for part in parts for x in part] == [x["id"] for x in items]
    assert pickle.loads(pickle.dumps(items))[3] == items[3]


def test_scores_are_the_servers():
    items = alidade.items("tour", seed=3)[0:20]
    right = [(item, f"So it is \\boxed{{{item['answer']}}}.") for item in items]
    assert alidade.scores(right) == [1.0] * 20
    assert alidade.score(items[0], "I do not know.") == 0.0
    assert alidade.marks([(items[0], "")]) == ["empty"]


def test_what_is_wrong_is_said():
    with pytest.raises(alidade.AlidadeError, match="smell"):
        alidade.items("smell")[0]
    with pytest.raises(alidade.AlidadeError, match="colour"):
        alidade.items("direction", colour="red")[0]


def test_solves_and_checks():
    pair = {"a": "POINT (0 0)", "b": "LINESTRING (0 0, 1 0)"}
    [outcome] = alidade.solve("feature-relation", [pair])
    assert outcome["value"] == "F0FFFF102"
    [verdict] = alidade.check("feature-relation", [{"instance": pair, "outcome": outcome}])
    assert verdict["holds"] is True


def test_rewards_have_the_signatures_of_trl_and_verl():
    rows = alidade.prompts(alidade.items("direction", seed=5)[0:4])
    right = [json.loads(row["item"])["answer"] for row in rows]
    column = [row["item"] for row in rows]
    assert alidade.trl_reward(completions=right, item=column, prompts=[]) == [1.0] * 4
    chat = [[{"role": "assistant", "content": text}] for text in right]
    assert alidade.trl_reward(chat, item=column) == [1.0] * 4
    assert alidade.trl_reward(["no"] * 4, item=column, trainer_state=None) == [0.0] * 4
    assert alidade.verl_reward("alidade", right[0], column[0], {}) == 1.0


def _first(index):
    return alidade.items("direction", seed=7)[index]["id"]


def test_one_server_serves_forked_processes(own_server):
    mine = _first(0)
    before = json.loads((own_server / "server.json").read_text())["pid"]
    with multiprocessing.get_context("fork").Pool(3) as pool:
        assert pool.map(_first, [0, 0, 0]) == [mine] * 3
    assert json.loads((own_server / "server.json").read_text())["pid"] == before


def test_a_killed_server_is_started_again(own_server):
    before = _first(1)
    pid = json.loads((own_server / "server.json").read_text())["pid"]
    os.kill(pid, signal.SIGKILL)
    assert alidade.items("direction", seed=7)[1]["id"] == before
    assert json.loads((own_server / "server.json").read_text())["pid"] != pid


def test_torch_loads_the_items():
    torch = pytest.importorskip("torch")
    loader = torch.utils.data.DataLoader(
        alidade.items("direction", seed=7, size=32), batch_size=8, collate_fn=list, num_workers=2
    )
    assert sum(len(batch) for batch in loader) == 32


def test_datasets_takes_the_prompts():
    datasets = pytest.importorskip("datasets")
    rows = datasets.Dataset.from_list(alidade.prompts(alidade.items("tour", seed=2)[0:8]))
    assert rows.column_names == ["prompt", "item"] and len(rows) == 8
    assert alidade.trl_reward([json.loads(i)["answer"] for i in rows["item"]], item=rows["item"]) == [1.0] * 8


def _source(package, path):
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        pytest.skip(f"{package} is not installed")
    return ast.parse((pathlib.Path(spec.origin).parent / path).read_text())


def _keywords(tree, name):
    """The keywords of each call of a function or method of some name."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [c for c in calls if getattr(c.func, "id", getattr(c.func, "attr", "")) == name]
    return [{k.arg for k in call.keywords} for call in named]


def test_trl_calls_rewards_as_ours_can_be_called():
    calls = _keywords(_source("trl", "trainer/grpo_trainer.py"), "reward_func")
    synchronous = [keys for keys in calls if "completions" in keys]
    assert synchronous, "TRL calls rewards in another way"
    for keys in synchronous:
        arguments = {key: [] for key in keys if key is not None}
        assert alidade.trl_reward(**arguments) == []


def test_verl_calls_rewards_as_ours_can_be_called():
    calls = _keywords(_source("verl", "workers/reward_manager/naive.py"), "compute_score")
    item = alidade.items("direction", seed=5)[0]
    for keys in calls:
        given = {"solution_str": item["answer"], "ground_truth": json.dumps(item)}
        assert alidade.verl_reward(**{key: given.get(key) for key in keys}) == 1.0


def test_a_real_step_of_trl_takes_the_reward(tmp_path):
    trl = pytest.importorskip("trl")
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    datasets = pytest.importorskip("datasets")
    tokenizers = pytest.importorskip("tokenizers")
    words = tokenizers.Tokenizer(tokenizers.models.WordLevel({"<pad>": 0, "<eos>": 1, "x": 2}, "x"))
    words.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=words, pad_token="<pad>", eos_token="<eos>", padding_side="left"
    )
    torch.manual_seed(0)
    model = transformers.GPT2LMHeadModel(
        transformers.GPT2Config(vocab_size=3, n_positions=256, n_embd=8, n_layer=1, n_head=1)
    )
    seen = []

    def reward(completions, item, **rest):
        seen.append(len(completions))
        return alidade.trl_reward(completions, item=item, **rest)

    rows = alidade.prompts(alidade.items("direction", seed=5, size=4))
    trainer = trl.GRPOTrainer(
        model=model,
        reward_funcs=reward,
        train_dataset=datasets.Dataset.from_list(rows),
        processing_class=tokenizer,
        args=trl.GRPOConfig(
            output_dir=str(tmp_path), max_steps=1, per_device_train_batch_size=2,
            num_generations=2, max_completion_length=4, report_to=[], use_cpu=True, bf16=False,
        ),
    )
    trainer.train()
    assert sum(seen) >= 2
