/** Answers of two people laid side by side, once each has consented to show the other theirs. */
package org.mentoringcommons.curriculum.comparison;
