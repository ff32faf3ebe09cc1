/** Under which ethics protocol an institution asks, for which curricula, with which consent, and who may evaluate. */
package org.mentoringcommons.survey.protocol;
