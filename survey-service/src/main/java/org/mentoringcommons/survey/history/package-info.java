/** Answers collected elsewhere: read from files by a mapping, checked whole, taken all at once, and taken back if need be. */
package org.mentoringcommons.survey.history;
