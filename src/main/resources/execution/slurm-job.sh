#!/bin/sh
#SBATCH --job-name=@JOB_NAME@
#SBATCH --chdir=@FOLDER@
#SBATCH --output=@LOG@
#SBATCH --open-mode=append
#SBATCH --time=@TIME@
#SBATCH --ntasks=@PROCESSES@
#SBATCH --export=ALL
#SBATCH --no-requeue
@DIRECTIVES@
# A job that was given up as not submitted, and came in late after all, must not run beside its
# successor: the note names the job that counts.
if [ -f @NOTE@ ] && ! grep -q @JOB_NAME@ @NOTE@; then
  echo 'another job has taken the place of @JOB_NAME@' >&2
  exit 75
fi

@VARIABLES@
begin=$(date +%s)
@COMMAND@ <@INPUT@ >@STDOUT@ 2>@STDERR@
code=$?
echo $(($(date +%s) - begin)) >@SECONDS@.part && mv @SECONDS@.part @SECONDS@
echo $code >@EXIT@.part && mv @EXIT@.part @EXIT@
exit $code
