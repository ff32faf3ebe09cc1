/** Tells which frozen releases still hold an answer that was withdrawn. */
package org.mentoringcommons.analytics.withdrawal;
