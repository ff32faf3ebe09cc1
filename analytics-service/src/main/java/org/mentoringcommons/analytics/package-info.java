/** Consented answers of many institutions, counted exactly and reported to a study's team. */
package org.mentoringcommons.analytics;
