/** The sections of a study's report: one pass over the answers, then every figure with its n, interval and method. */
package org.mentoringcommons.analytics.section;
