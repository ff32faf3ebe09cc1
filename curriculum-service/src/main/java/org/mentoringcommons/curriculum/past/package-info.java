/** Workshops of the past, as an institution's own records tell of them. */
package org.mentoringcommons.curriculum.past;
