/** Single-use links for the people of a roster, and the rounds that make them. */
package org.mentoringcommons.survey.invitation;
