"""Models by the names that users write."""

from coesite_ml.models.model import Model
from coesite_ml.unfit import Unfit

NAMES = ("mace", "chgnet", "aimnet2", "ase")


def open_model(name: str, potential: str, device: str, threads: int) -> Model:
    """Opens a model on a device: 'cpu', 'cuda', 'cuda:1' or 'mps'.

    Raises Unfit if package, file or device are not there or do not fit.
    """
    if name not in NAMES:
        raise Unfit(f"unknown model '{name}'; there are {', '.join(NAMES)}")
    if name == "ase":
        from coesite_ml.models.factory import open_factory

        return open_factory(potential, device)
    from coesite_ml.models.device import prepare_device

    prepare_device(name, device, threads)
    if name == "mace":
        from coesite_ml.models.mace import open_mace as opened
    elif name == "chgnet":
        from coesite_ml.models.chgnet import open_chgnet as opened
    else:
        from coesite_ml.models.aimnet2 import open_aimnet2 as opened
    return opened(potential, device)
