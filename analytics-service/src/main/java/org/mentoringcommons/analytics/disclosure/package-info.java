/**
 * Which cells of linked tables may be published so that no small one can be worked out from the others.
 */
package org.mentoringcommons.analytics.disclosure;
