"""Tools that postings name → the skill that each belongs to, and none where the word means another thing."""

from __future__ import annotations

import pytest
from skill_resumes import Read, found, job, skills_list

# a list among tools: the tool's name, and the skill that it belongs to
LISTED = {
    "keras-tuner": "keras-tuner",
    "OSS Vizier": "hyperopt",
    "Jax": "jax",
    "peft": "lora",
    "Liger Kernel": "llm-training-libraries",
    "OpenRLHF": "llm-training-libraries",
    "veRL": "llm-training-libraries",
    "Nanotron": "deepspeed",
    "AutoAWQ": "quantization",
    "neural-compressor": "quantization",
    "CTranslate2": "llm-inference",
    "MLC LLM": "ollama",
    "whisper.cpp": "whisper",
    "LLaMA": "open-weight-models",
    "ChatGLM": "open-weight-models",
    "GPTCache": "caching",
    "Genkit": "llm-app-frameworks",
    "OpenLIT": "llm-observability",
    "Giskard": "llm-evaluation",
    "Language Model Evaluation Harness": "llm-evaluation",
    "BEIR": "information-retrieval",
    "LangExtract": "information-extraction",
    "Context7": "mcp",
    "AI gateway": "llmops",
    "deeplake": "vector-databases",
    "NMSLIB": "vector-databases",
    "Featureform": "feature-stores",
    "MLRun": "workflow-frameworks",
    "TrueFoundry": "model-deployment",
    "PMML": "model-deployment",
    "MLPerf": "performance-profiling",
    "Vaex": "dataframe-libraries",
    "RisingWave": "stream-processing",
    "Apache Zeppelin": "reactive-notebooks",
    "Voilà": "streamlit",
    "cleanlab": "data-quality",
    "doccano": "data-annotation",
    "distilabel": "synthetic-data",
    "NeMo Curator": "text-preprocessing",
    "PyOD": "anomaly-detection",
    "Aequitas": "fairness",
    "FedML": "federated-learning",
    "Kornia": "computer-vision",
    "MMCV": "detection-toolboxes",
    "fairseq": "nlp-toolkits",
    "IsaacLab": "rl-simulators",
    "ML-Agents": "rl-simulators",
    "TF-Agents": "rllib",
    "Kueue": "slurm",
    "YuniKorn": "slurm",
    "dstack": "gpu-clouds",
    "Skaffold": "kubernetes",
    "Containers": "containers",
    "Guardrails": "guardrails",
    "Red teaming": "ai-red-teaming",
    "Summarization": "text-summarization",
    "Structured logging": "observability",
    "AI code editors": "ai-coding-assistants",
    "Data masking": "data-privacy",
    "Data fabric": "data-lake",
    "Aurora DB": "amazon-aurora",
    "ReAct prompting": "prompt-engineering",
    "DagsHub": "experiment-tracking",
    "SigOpt": "hyperopt",
    "Feathr": "feature-stores",
    "Iguazio": "dataiku",
    "OpenRefine": "data-preprocessing",
    "Autoscaling": "system-design",
    "Expert parallelism": "distributed-training",
    "Kernel fusion": "gpu-computing",
    "Asynchronous inference": "batch-inference",
}


@pytest.mark.parametrize("name", LISTED)
def test_tool_in_a_list_is_its_skill(name: str, read: Read) -> None:
    assert LISTED[name] in found(read(skills_list(f"Tools: PyTorch, {name}, LangChain, Docker, MLflow")))


@pytest.mark.parametrize("name", ["ML-Agents", "TF-Agents"])
def test_agents_that_learn_by_reward_are_none_of_language_models(name: str, read: Read) -> None:
    assert "ai-agents" not in found(read(skills_list(f"Tools: PyTorch, {name}, Docker")))


# names that are words as well: what is beside them tells which they are
BESIDE_ITS_KIN = {
    "Searched the settings with Ax and BoTorch": "hyperopt",
    "Fine-tuned an LLM in NeMo with Megatron parallelism": "llm-training-libraries",
    "Trained an ASR model in NeMo on call recordings": "kaldi",
    "Tuned a 7B model by axolotl with QLoRA": "llm-training-libraries",
    "Quantised the network with Optimum to ONNX": "model-compression",
    "Served a 70B model on Dynamo over vLLM": "llm-inference",
    "Traced the assistant in Phoenix after Langfuse had been too slow": "llm-observability",
    "Explained single predictions with Alibi and Captum": "explainability",
    "Compared groups in the What-If Tool of TensorBoard": "explainability",
    "Searched parts with Jina and Qdrant": "embeddings",
    "Wrote a text-to-SQL bot with Vanna": "text-generation",
    "Tagged names with Flair and spaCy": "nlp-toolkits",
    "Trained two towers in Merlin with NVTabular": "recommender-libraries",
    "Kept lineage in Marquez and OpenLineage": "data-catalogs",
    "Reported every run by CML and DVC": "continuous-training",
    "Ran federated rounds in FATE and PySyft": "federated-learning",
    "Queued jobs by Volcano on Kubernetes": "slurm",
    "Moved from pandas to Modin on 16 cores": "dataframe-libraries",
    "Wrote views in Materialize and RisingWave": "stream-processing",
    "Reused a Zeppelin notebook of Spark queries": "reactive-notebooks",
    "Turned Jupyter notebooks into apps by Voila": "streamlit",
    "Stored orders in Aurora and DynamoDB": "amazon-aurora",
    "Added authentication with JWT to the API": "authentication",
    "Kept events in a document store, MongoDB": "nosql",
    "Explained single predictions with ELI5 and SHAP": "explainability",
    "Built features in Domino and SageMaker": "dataiku",
    "Cleaned sensor streams in Quix behind Kafka": "stream-processing",
}


@pytest.mark.parametrize("line", BESIDE_ITS_KIN)
def test_word_beside_tools_of_its_kind_is_the_tool(line: str, read: Read) -> None:
    assert BESIDE_ITS_KIN[line] in found(read(job(line)))


ORDINARY = [
    "Chopped wood with an ax and tuned pianos",
    "Sold the optimum mix of seeds to farmers",
    "Drove a Dynamo tram through Phoenix, Arizona",
    "Gave an alibi to a colleague in a play",
    "Jax and I opened a coffee bar in Jacksonville",
    "Fed an axolotl, koalas and two ibis at the zoo",
    "A flair for languages and for people",
    "Built a cage for a merlin and a falcon",
    "Read the fate of soldiers from their letters",
    "Guided tourists to the volcano",
    "Hung posters of Led Zeppelin in the youth club",
    "Aurora borealis tours for guests from abroad",
    "Swam in a deep lake every summer",
    "Spoke in a whisper in the reading room",
    "Interviewed Gabriel Marquez about the lineage of his family",
    "Used the CML protocol in the blood lab",
    "Played the vizier in the school play",
    "Loaded containers on ships in the port of Rotterdam",
    "Put up guardrails along the motorway",
    "Guided rafts down the rapids of the Inn",
    "Set up domino runs with a school class",
    "Maintained the document database of a law firm",
    "Summarization of legal documents for the partners",
    "Authentication of paintings for an auction house",
    "Prior authorization of drugs with the insurer",
    "Red teaming of the bank's vault",
    "A determined saleswoman at a flower stall",
    "Unstructured interviews with 30 nurses",
    "Put a candle on each table and swept the dust",
    "Inspect bridges and cleared slime from the pond",
    "Trained dogs to bark at strangers in the evening",
]


@pytest.mark.parametrize("line", ORDINARY)
def test_ordinary_sense_of_the_word_gains_no_tool(line: str, read: Read) -> None:
    gained = found(read(job(line))) - found(read(job("Kept the shop clean")))
    assert gained <= {"communication", "leadership", "teaching"}


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Materialize Kafka topics into tables every night", "stream-processing"),
        ("Worked in Phoenix on an LLM for a bank", "llm-observability"),
        ("Vanna from sales and I learned SQL together", "text-generation"),
        ("A What-If tool in Excel for the pricing model", "explainability"),
        ("Whisper of speech in the back row", "whisper"),
        ("Flair for NLP and for teaching", "nlp-toolkits"),
        ("Classified pictures of Flower species in PyTorch", "federated-learning"),
        ("Taught Jina and Modin Excel", "embeddings"),
        ("Taught Jina and Modin Excel", "dataframe-libraries"),
    ],
)
def test_word_beside_a_common_tool_alone_is_not_the_tool(line: str, wrong: str, read: Read) -> None:
    assert wrong not in found(read(job(line)))
