/** Who is enrolled in a workshop and who was present in each session. */
package org.mentoringcommons.curriculum.roster;
