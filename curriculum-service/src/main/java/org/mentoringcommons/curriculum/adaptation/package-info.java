/** An institution's own versions of shared curricula: forked, rewritten, merged with what is new upstream. */
package org.mentoringcommons.curriculum.adaptation;
