/** What a study's releases are made of: exact counts by a fixed set of groups, sealed, and what of them may be published. */
package org.mentoringcommons.analytics.cube;
