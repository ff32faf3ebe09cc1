/** A workshop's sessions for people's calendars. */
package org.mentoringcommons.curriculum.calendar;
