/** Making everything that facts did anew from the log, and saying so while it is under way. */
package org.mentoringcommons.analytics.rebuild;
