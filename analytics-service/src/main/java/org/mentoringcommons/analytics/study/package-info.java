/** Studies: what is declared before results are seen, who is on the team, and which institutions joined. */
package org.mentoringcommons.analytics.study;
