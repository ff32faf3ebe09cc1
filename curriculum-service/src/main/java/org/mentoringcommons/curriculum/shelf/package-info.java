/** Where the files of a version are kept, of all institutions or of one. */
package org.mentoringcommons.curriculum.shelf;
