/** The end of a wave: what was saved and may count is taken, the rest goes, and it is told how many have answered. */
package org.mentoringcommons.survey.closing;
