/** Releases: what a study publishes, computed, audited, approved by a second person, frozen, and read by analysts. */
package org.mentoringcommons.analytics.release;
