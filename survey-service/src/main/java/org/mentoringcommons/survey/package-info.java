/** Collects answers after a workshop: instruments, consent, waves, responses, codes. */
package org.mentoringcommons.survey;
