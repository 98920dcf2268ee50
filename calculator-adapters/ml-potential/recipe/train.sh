#!/usr/bin/env bash
# Makes mace-silica.model: a small MACE that imitates the rigid-ion potential sio2-bks-rep-c6.
#   recipe/train.sh     after ./coesite has been built and ./install mace has run; see README.md
set -eu
export OMP_NUM_THREADS=1
cd "$(dirname "$0")"
home=../../..
python=${COESITE_PYTHON:-${XDG_DATA_HOME:-$HOME/.local/share}/coesite/ml-potential/bin/python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java -cp "$home/target/coesite.jar:$home/target/lib/*" TrainingSet.java sio2-bks-rep-c6 "${1:-500}" "$work/all.xyz"
"$python" -m mace.cli.run_train --name=mace-silica --work_dir="$work" \
  --train_file="$work/all.xyz" --valid_fraction=0.1 --E0s=average \
  --energy_key=REF_energy --forces_key=REF_forces --stress_key=REF_stress \
  --model=MACE --num_channels=16 --max_L=0 --correlation=2 --num_interactions=2 --r_max=5.0 \
  --loss=stress --energy_weight=1 --forces_weight=10 --stress_weight=1000 \
  --batch_size=10 --valid_batch_size=25 --max_num_epochs="${2:-60}" --lr=0.02 \
  --scheduler_patience=6 --lr_scheduler_gamma=0.98 --ema --ema_decay=0.98 \
  --default_dtype=float32 --device=cpu --seed=1 --error_table=PerAtomRMSEstressvirials
cp "$work/mace-silica.model" mace-silica.model
