/** De-identified answers, packed, and the counts derived from them in the same transaction. */
package org.mentoringcommons.analytics.response;
