/** Invitations and reminders by mail: when, to whom, and at most once each. */
package org.mentoringcommons.survey.mailing;
