/** What others declared: which items of two versions are the same, and which module trains what which scale measures. */
package org.mentoringcommons.analytics.crosswalk;
