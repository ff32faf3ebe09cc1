/** Finds words in what may be read. */
package org.mentoringcommons.curriculum.search;
