/** Curricula that all institutions share, in versions that never change once published. */
package org.mentoringcommons.curriculum.catalog;
