/** Our copy of the workshops: hours, mode, audience, coverage and attendance, which decide what a study includes. */
package org.mentoringcommons.analytics.workshop;
