/** Answers, taken once from each participant and kept without a trace of who gave them or when. */
package org.mentoringcommons.survey.response;
