/** Where outside programs run: on this machine or under a scheduler. Depends on nothing. */
@NullMarked
package org.coesite.execution;

import org.jspecify.annotations.NullMarked;
