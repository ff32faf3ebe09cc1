/** Which module trains which competency, and which scale of which instrument measures it. */
package org.mentoringcommons.curriculum.crosswalk;
