/** Requests that are sent again take effect once, and changes are made only to what was seen. */
package org.mentoringcommons.analytics.repeat;
