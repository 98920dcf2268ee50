package org.coesite.remote;

import org.jspecify.annotations.Nullable;

/**
 * A task that an engine has locked for a worker.
 *
 * @param id of the task
 * @param worker who has it
 * @param work what is to be done, packed; null if the engine packs nothing
 * @param retries how often its worker may still break, null before the first time
 */
@SuppressWarnings("ArrayRecordComponent")
record RemoteTask(String id, String worker, byte @Nullable [] work, @Nullable Integer retries) {}
