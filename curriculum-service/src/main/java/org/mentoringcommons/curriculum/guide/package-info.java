/** Guides to read and to print; pure, without database. */
package org.mentoringcommons.curriculum.guide;
