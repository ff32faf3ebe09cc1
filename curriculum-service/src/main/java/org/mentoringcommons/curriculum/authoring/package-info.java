/** Curricula written as files: packages imported, exported and compared. */
package org.mentoringcommons.curriculum.authoring;
