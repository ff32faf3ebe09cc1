/** What an institution sees of its own workshops while answers come in, and who of it sees how much. */
package org.mentoringcommons.analytics.progress;
