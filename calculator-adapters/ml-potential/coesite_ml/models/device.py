"""Where torch computes."""

import os

from coesite_ml.unfit import Unfit, missing_package


def prepare_device(model: str, device: str, threads: int) -> None:
    """Checks that torch has a device, and asks it to compute the same each time on it.

    Raises Unfit if torch is missing, or the device.
    """
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    try:
        import torch
    except ImportError:
        raise missing_package("torch", model) from None
    kind = device.partition(":")[0]
    if kind not in ("cpu", "cuda", "mps"):
        raise Unfit(f"device '{device}' is none of cpu, cuda, cuda:N, mps")
    if kind == "cuda":
        _check_cuda(torch, device)
    if kind == "mps" and not torch.backends.mps.is_available():
        raise Unfit("device 'mps': this machine has no Apple GPU that torch can use", _ON_CPU)
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True, warn_only=True)


_ON_CPU = "compute on the processor with device: cpu"


def _check_cuda(torch, device: str) -> None:
    if not torch.cuda.is_available():
        raise Unfit(f"device '{device}': torch {torch.__version__} finds no CUDA GPU", _ON_CPU)
    number = device.partition(":")[2]
    count = torch.cuda.device_count()
    if number and (not number.isdigit() or int(number) >= count):
        raise Unfit(f"device '{device}': there are {count} CUDA GPUs, counted from 0")
