/** Which workshops a study includes, and the consented research rows of the institutions that joined it. */
package org.mentoringcommons.analytics.cohort;
